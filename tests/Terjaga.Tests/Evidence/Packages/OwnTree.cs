using System.Security.Cryptography;

namespace Terjaga.Tests.Evidence.Packages;

/// <summary>The tree of RFC 9162 by its definition, word for word and slow: the oracle for the proofs.</summary>
internal static class OwnTree
{
    /// <remarks>Section 2.1.1.</remarks>
    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. leaves[0]]),
        _ => SHA256.HashData([1, .. Root([.. leaves.Take(Split(leaves.Count))]), .. Root([.. leaves.Skip(Split(leaves.Count))])]),
    };

    /// <remarks>Section 2.1.3.1.</remarks>
    public static IReadOnlyList<byte[]> Path(int index, IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 1)
            return [];
        var split = Split(leaves.Count);
        var (left, right) = (leaves.Take(split).ToList(), leaves.Skip(split).ToList());
        return index < split ? [.. Path(index, left), Root(right)] : [.. Path(index - split, right), Root(left)];
    }

    /// <summary>The largest power of two below.</summary>
    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count)
            split *= 2;
        return split;
    }
}
