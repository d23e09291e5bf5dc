using System.Buffers;

namespace Terjaga.Screening.Similarity;

/// <summary>The shingles of one text, each once, ready to be compared exactly with those of another.</summary>
public sealed class Shingles
{
    private Shingles(uint[] letters, uint[] pairs, bool isTelling) => (Letters, Pairs, IsTelling) = (letters, pairs, isTelling);

    /// <summary>Four characters in a row: hashes, ascending.</summary>
    internal uint[] Letters { get; }

    /// <summary>Two words in a row: hashes, ascending.</summary>
    internal uint[] Pairs { get; }

    /// <summary>Whether the words say enough to tell a copy from another text; if not, it is a copy of nothing.</summary>
    public bool IsTelling { get; }

    public static Shingles Of(MaskedText text)
    {
        var hashes = ArrayPool<ulong>.Shared.Rent(text.Text.Length + 1);
        try
        {
            var letters = Distinct(hashes.AsSpan(0, ShingleHashes.Letters(text.Text, hashes)));
            return new Shingles(letters, Distinct(hashes.AsSpan(0, ShingleHashes.Pairs(text.Text, hashes))), CommonWords.IsTelling(text));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(hashes);
        }
    }

    private static uint[] Distinct(Span<ulong> hashes)
    {
        var all = new uint[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
            all[i] = (uint)hashes[i];
        Array.Sort(all);
        var count = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
                all[count++] = all[i];
        }

        return all[..count];
    }
}
