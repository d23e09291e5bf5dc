namespace Terjaga.App.Takedown;

/// <summary>Words of orders and recipients.</summary>
public sealed class TakedownWords;
