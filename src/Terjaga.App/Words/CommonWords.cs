namespace Terjaga.App.Words;

/// <summary>Words that several areas share.</summary>
public sealed class CommonWords;
