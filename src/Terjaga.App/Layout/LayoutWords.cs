namespace Terjaga.App.Layout;

/// <summary>Words that stand around every page.</summary>
public sealed class LayoutWords;
