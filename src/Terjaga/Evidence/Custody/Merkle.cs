using System.Security.Cryptography;

namespace Terjaga.Evidence.Custody;

/// <summary>The hashes of a Merkle tree, as RFC 9162 section 2.1 gives them.</summary>
internal static class Merkle
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([0, .. leaf]);

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>The root that a proof of inclusion leads to (section 2.1.3.2); null where the proof cannot be one.</summary>
    public static byte[]? RootOf(long index, long size, byte[] leafHash, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
            return null;
        var (at, last, hash) = (index, size - 1, leafHash);
        foreach (var beside in path)
        {
            if (last == 0 || beside.Length != HashBytes)
                return null;
            if ((at & 1) == 1 || at == last)
            {
                hash = NodeHash(beside, hash);
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                hash = NodeHash(hash, beside);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 ? hash : null;
    }
}
