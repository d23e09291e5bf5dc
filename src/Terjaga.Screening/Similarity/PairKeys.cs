namespace Terjaga.Screening.Similarity;

/// <summary>Chooses the pairs of words by which a text is found: those with the least hashes, so that copies choose the same ones.</summary>
/// <remarks>
/// Bottom-k sketch: Cohen, Kaplan 2007, "Summarizing data using bottom-k sketches". Unlike bands of a MinHash it finds a short
/// text inside a long one, and copies that share a tenth of their pairs: of n chosen ones they share about n/10.
/// </remarks>
internal static class PairKeys
{
    /// <summary>Most keys of a text. With 16, every copy of <c>families</c> and <c>campaign_docs</c> shares one (docs/quality.md).</summary>
    public const int Most = 24;

    /// <summary>Different keys, in the order of their hashes.</summary>
    public static uint[] Of(ReadOnlySpan<ulong> pairs)
    {
        Span<ulong> least = stackalloc ulong[Most];
        var count = 0;
        foreach (var pair in pairs)
        {
            if (count == Most && pair >= least[^1])
                continue;
            var at = least[..count].BinarySearch(pair);
            if (at >= 0)
                continue;
            at = ~at;
            count = Math.Min(count + 1, Most);
            least[at..(count - 1)].CopyTo(least[(at + 1)..]);
            least[at] = pair;
        }

        // The upper half chose them and is alike for all; the lower half is spread evenly.
        var keys = new uint[count];
        for (var i = 0; i < count; i++)
            keys[i] = (uint)least[i];
        return keys;
    }

    /// <summary>Guess of the resemblance of the pairs of two texts from their keys: right on average for texts of one length.</summary>
    public static double Resemblance(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        var both = 0;
        foreach (var key in first)
            both += second.Contains(key) ? 1 : 0;
        return both == 0 ? 0 : (double)both / (first.Length + second.Length - both);
    }
}
