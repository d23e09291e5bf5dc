namespace Terjaga.Screening.Reading;

/// <summary>A word as it is meant, at its place in the normalised text.</summary>
/// <param name="Start">In the normalised text.</param>
/// <param name="AfterBreak">Whether punctuation or a line break stands between this word and the one before.</param>
/// <param name="AfterStop">Whether a new sentence or line begins with this word.</param>
/// <param name="Number">In the vocabulary; <see cref="Vocabulary.Unknown"/> for a word that no rule knows.</param>
/// <param name="Meant">How it is spelled without disguise; null where it is written as it stands in the text.</param>
internal readonly record struct Word(int Start, int End, bool AfterBreak, bool AfterStop, int Number, string? Meant);
