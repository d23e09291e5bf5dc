namespace Terjaga.App.Evidence;

/// <summary>Words of the page about the custody log.</summary>
public sealed class CustodyWords;
