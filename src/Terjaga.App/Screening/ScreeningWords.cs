namespace Terjaga.App.Screening;

/// <summary>Words of the pages about screening.</summary>
public sealed class ScreeningWords;
