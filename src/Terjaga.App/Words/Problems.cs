namespace Terjaga.App.Words;

/// <summary>The sentence of every problem, by its code.</summary>
public sealed class Problems;
