using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Rules;

/// <summary>Finds the sentences that warn and do nothing else.</summary>
internal static class Sentences
{
    /// <summary>Digits from which a sentence is taken to hold a number to call or to pay to.</summary>
    private const int MaxDigits = 6;

    /// <summary>
    /// By word. A sentence warns if it has a word of warning and no sign, no question, no quotation and no way to get in
    /// touch: "watch out for fraud, only this number is real" is an offer.
    /// </summary>
    public static bool[] Warn(Rulebook rules, NormalisedText text, List<Word> words, List<PhraseIndex.Hit> hits)
    {
        var warns = new bool[words.Count];
        if (!hits.Exists(hit => hit.Number == rules.Warning))
            return warns;
        var hit = 0;
        for (var first = 0; first < words.Count;)
        {
            var next = first + 1;
            while (next < words.Count && !words[next].AfterStop)
                next++;
            var end = next < words.Count ? words[next].Start : text.Text.Length;
            if (Warns(rules, hits, next, ref hit) && IsPlain(text.Text.AsSpan(words[first].Start, end - words[first].Start)))
                Array.Fill(warns, true, first, next - first);
            first = next;
        }

        return warns;
    }

    /// <param name="at">The first hit of the sentence; moved to the first after it.</param>
    private static bool Warns(Rulebook rules, List<PhraseIndex.Hit> hits, int next, ref int at)
    {
        var (warns, signs) = (false, false);
        for (; at < hits.Count && hits[at].First < next; at++)
        {
            signs |= rules.IsSignal(hits[at].Number);
            warns |= hits[at].Number == rules.Warning;
        }

        return warns && !signs;
    }

    private static bool IsPlain(ReadOnlySpan<char> sentence)
    {
        var digits = 0;
        foreach (var c in sentence)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            if (digits > MaxDigits || c is '?' or '@' or '/' or '"' or '\u201C' or '\u201D')
                return false;
        }

        return true;
    }
}
