using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Rules;

/// <summary>Tells in which way a text uses each danger sign.</summary>
internal static class SignalReader
{
    /// <summary>How close before a phrase a negation must stand, in words, without punctuation between.</summary>
    private const int NegationReach = 3;

    /// <summary>Shortest quotation, in UTF-16 units; a word or two between marks are stressed, not quoted.</summary>
    private const int MinQuotation = 30;

    public static SignalState StateOf(Rulebook rules, TextReading reading, PhraseIndex.Hit hit, string context, Facts facts)
    {
        if (IsQuoted(reading, hit, context))
            return SignalState.Quoted;
        if (IsNegated(reading, hit))
            return SignalState.Negated;
        var needs = rules.Needs[hit.Number];
        return Contexts.SpeaksAbout(context) || (needs.Length > 0 && !facts.HasAny(needs)) ? SignalState.Mentioned : SignalState.Offered;
    }

    public static bool IsNegated(TextReading reading, PhraseIndex.Hit hit)
    {
        for (var at = hit.First; at > 0 && at > hit.First - NegationReach && !reading.Words[at].AfterBreak; at--)
        {
            if (reading.IsNegation[at - 1])
                return true;
        }

        return false;
    }

    private static bool IsQuoted(TextReading reading, PhraseIndex.Hit hit, string context)
    {
        foreach (var quote in reading.Quotes)
        {
            if (quote.Start < reading.Start(hit.First) && reading.End(hit.Last) <= quote.End)
                return Contexts.SpeaksAbout(context) || quote.End - quote.Start >= MinQuotation;
        }

        return false;
    }
}
