namespace Terjaga.Screening.Names;

/// <summary>Pairs the words of a written name with those of a listed one.</summary>
/// <param name="words">By number: the words of all listed names, spelled.</param>
/// <param name="weights">By number: how much a word tells; the fewer names have it, the more.</param>
/// <param name="isKnown">Whether a written word is a word of its own, and so no slip of another.</param>
internal sealed class NameAlignment(IReadOnlyList<string> words, double[] weights, Func<string, bool> isKnown)
{
    /// <summary>Least likeness of names, and of each of their words.</summary>
    private const double MinName = 0.78, MinWord = 0.68;

    /// <param name="IsSame">Every word is the same.</param>
    public readonly record struct Answer(bool IsSame, double Likeness);

    public double Weight(int word) => weights[word];

    /// <summary>Null unless each word has its counterpart: a word more or less makes another company.</summary>
    public Answer? Of(List<string> written, int[] listed)
    {
        if (written.Count != listed.Length)
            return null;
        Span<bool> taken = stackalloc bool[NameReader.MaxWords];
        var (sum, weight, isSame) = (0.0, 0.0, true);
        foreach (var word in written.OrderByDescending(word => word.Length))
        {
            var (best, at) = (0.0, -1);
            for (var i = 0; i < listed.Length; i++)
            {
                if (!taken[i] && Likeness(word, words[listed[i]]) is var likeness && likeness > best)
                    (best, at) = (likeness, i);
            }

            if (best < MinWord)
                return null;
            taken[at] = true;
            sum += best * weights[listed[at]];
            weight += weights[listed[at]];
            isSame &= best >= 1;
        }

        return sum / weight >= MinName ? new Answer(isSame, sum / weight) : null;
    }

    private double Likeness(string written, string listed) =>
        written == listed ? 1 : isKnown(written) ? 0 : WordLikeness.Of(written, listed);
}
