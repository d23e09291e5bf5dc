namespace Terjaga.App.Transparency;

/// <summary>Words of the desk's figures.</summary>
public sealed class FiguresWords;
