namespace Terjaga.Screening.Identifiers;

/// <summary>A known word that stands in a text, from one token to another.</summary>
/// <param name="Number">Of the entry in the index of words.</param>
internal readonly record struct Cue(WordKind Kind, int Number, int FirstToken, int LastToken);
