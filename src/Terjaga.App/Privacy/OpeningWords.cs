namespace Terjaga.App.Privacy;

/// <summary>Words of opening what is sealed, by two persons.</summary>
public sealed class OpeningWords;
