namespace Terjaga.App.Casework;

/// <summary>Words of the queue and of a case.</summary>
public sealed class CaseworkWords;
