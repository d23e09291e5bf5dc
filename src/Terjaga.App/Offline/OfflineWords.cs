namespace Terjaga.App.Offline;

/// <summary>Words of the app among a phone's apps, and of the page without a network.</summary>
public sealed class OfflineWords;
