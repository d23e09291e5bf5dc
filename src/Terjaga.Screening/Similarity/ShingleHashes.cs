namespace Terjaga.Screening.Similarity;

/// <summary>Hashes of what two texts are compared by: every four letters in a row, and every two words in a row.</summary>
/// <remarks>
/// Shingles: Broder 1997, "On the resemblance and containment of documents". Sizes were chosen by measurement (docs/quality.md).
/// </remarks>
internal static class ShingleHashes
{
    /// <summary>Characters of one shingle of letters, spaces among them.</summary>
    public const int LetterCount = 4;

    private const ulong WordStart = 14695981039346656037, WordStep = 1099511628211, PairStep = 0x9E3779B97F4A7C15;

    private const int CharBits = 16;

    /// <summary>One for each place in the text where a shingle of letters begins; given back in the order of the text.</summary>
    public static int Letters(ReadOnlySpan<char> text, Span<ulong> into)
    {
        var (window, count) = (0UL, 0);
        for (var at = 0; at < text.Length; at++)
        {
            window = (window << CharBits) | text[at];
            if (at >= LetterCount - 1)
                into[count++] = Mixing.Mix(window);
        }

        return count;
    }

    /// <summary>One for each word but the first.</summary>
    public static int Pairs(ReadOnlySpan<char> text, Span<ulong> into)
    {
        var (before, word, count, words) = (0UL, WordStart, 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != ' ')
            {
                word = (word ^ text[at]) * WordStep;
                continue;
            }

            if (words++ > 0)
                into[count++] = Mixing.Mix((before * PairStep) + word);
            (before, word) = (Mixing.Mix(word), WordStart);
        }

        return count;
    }
}
