namespace Terjaga.App.Home;

/// <summary>Words of the front page.</summary>
public sealed class HomeWords;
