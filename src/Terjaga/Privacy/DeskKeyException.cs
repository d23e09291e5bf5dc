namespace Terjaga.Privacy;

/// <summary>The key of this desk is lost, damaged, or another desk's; it does not start then.</summary>
public sealed class DeskKeyException(string message) : Exception(message);
