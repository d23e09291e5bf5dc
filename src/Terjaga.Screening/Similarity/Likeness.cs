namespace Terjaga.Screening.Similarity;

/// <summary>How alike the words of two texts are, by all their shingles.</summary>
/// <param name="Letters">Share of the shingles of letters of both that both have: 0 to 1.</param>
/// <param name="Pairs">The same of pairs of words.</param>
/// <param name="Containment">Share of the pairs of words of the shorter text that the longer has: 0 to 1.</param>
/// <param name="AreCopies">Whether one is a copy of the other by their words.</param>
public sealed record Likeness(double Letters, double Pairs, double Containment, bool AreCopies)
{
    /// <summary>Mean of <see cref="Letters"/> and <see cref="Pairs"/> from which two texts are copies.</summary>
    /// <remarks>
    /// Between the lowest of copies and the highest of different texts of <c>campaign_docs</c> and <c>families</c>: docs/quality.md.
    /// Letters alone bear slips and rewording but grow with length; pairs alone do not bear them; their mean parts the two best.
    /// </remarks>
    public const double CopyThreshold = 0.2;

    /// <summary>Shingles of letters below which a text is short: some thirteen words.</summary>
    public const int ShortLetters = 80;

    /// <summary>What <see cref="Letters"/> must be where one of the two is short: the texts are all but equal.</summary>
    public const double ShortThreshold = 0.8;

    /// <summary>What <see cref="CopyThreshold"/> is measured by.</summary>
    public double Resemblance => (Letters + Pairs) / 2;

    public static Likeness Of(Shingles first, Shingles second)
    {
        var (letters, pairs) = (Shared(first.Letters, second.Letters), Shared(first.Pairs, second.Pairs));
        var (ofLetters, ofPairs) = (Share(letters, first.Letters, second.Letters), Share(pairs, first.Pairs, second.Pairs));
        var shorter = Math.Min(first.Pairs.Length, second.Pairs.Length);
        var areCopies = first.IsTelling && second.IsTelling
            && (Math.Min(first.Letters.Length, second.Letters.Length) < ShortLetters
                ? ofLetters >= ShortThreshold
                : (ofLetters + ofPairs) / 2 >= CopyThreshold);
        return new Likeness(ofLetters, ofPairs, shorter == 0 ? 0 : (double)pairs / shorter, areCopies);
    }

    private static double Share(int both, uint[] first, uint[] second) =>
        both == 0 ? 0 : (double)both / (first.Length + second.Length - both);

    private static int Shared(uint[] first, uint[] second)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < first.Length && j < second.Length)
        {
            both += first[i] == second[j] ? 1 : 0;
            var next = first[i] <= second[j] ? 1 : 0;
            j += first[i] >= second[j] ? 1 : 0;
            i += next;
        }

        return both;
    }
}
