using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Rules;

/// <summary>All that is read in one text before anything is concluded from it.</summary>
/// <param name="IsNegation">By word: whether a negation ends with it.</param>
/// <param name="IsWarning">By word: whether it stands in a sentence that only warns.</param>
internal sealed record TextReading(
    string Original, NormalisedText Text, List<Word> Words, List<PhraseIndex.Hit> Hits, bool[] IsNegation, bool[] IsWarning, List<Quotes.Quote> Quotes,
    Entities Entities)
{
    public int Start(int word) => Text.Origin(Words[word].Start);

    /// <summary>Where a word ends in the original: after its last character, with the marks that belong to it.</summary>
    public int End(int word) => Text.Origin(Words[word].End);
}
