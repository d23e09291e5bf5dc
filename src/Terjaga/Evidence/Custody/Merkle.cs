using System.Security.Cryptography;

namespace Terjaga.Evidence.Custody;

/// <summary>The hashes of a Merkle tree, as RFC 9162 section 2.1 gives them: how proofs are made, and how they are checked.</summary>
internal static class Merkle
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>The root over no leaf at all.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([0, .. leaf]);

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>The hash over a range (section 2.1.1), put together of complete trees.</summary>
    public static byte[] HashOf(LeafRange range, Func<LeafRange, byte[]> complete)
    {
        if (range.Size == 0)
            return EmptyRoot;
        return range.IsComplete ? complete(range) : NodeHash(complete(range.Left), HashOf(range.Right, complete));
    }

    /// <summary>The ranges whose hashes prove that a tree holds a leaf, from the bottom (section 2.1.3.1).</summary>
    public static IReadOnlyList<LeafRange> InclusionPath(long index, long size)
    {
        var path = new List<LeafRange>();
        var around = new LeafRange(0, size);
        while (around.Size > 1)
        {
            var isLeft = index < around.Split;
            path.Add(isLeft ? around.Right : around.Left);
            around = isLeft ? around.Left : around.Right;
        }

        path.Reverse();
        return path;
    }

    /// <summary>The ranges whose hashes prove that a tree begins with an older one, from the bottom (section 2.1.4.1).</summary>
    public static IReadOnlyList<LeafRange> ConsistencyPath(long from, long to)
    {
        var path = new List<LeafRange>();
        var around = new LeafRange(0, to);
        while (around.End > from)
        {
            var isLeft = from <= around.Split;
            path.Add(isLeft ? around.Right : around.Left);
            around = isLeft ? around.Left : around.Right;
        }

        // The old root itself is known to whoever checks.
        if (around.Start > 0)
            path.Add(around);
        path.Reverse();
        return path;
    }

    /// <summary>The root that a proof of inclusion leads to (section 2.1.3.2); null where the proof cannot be one.</summary>
    public static byte[]? RootOf(long index, long size, byte[] leafHash, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size || leafHash.Length != HashBytes)
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

    /// <summary>Whether a tree begins with an older one (section 2.1.4.2). Nothing can be said of an empty one.</summary>
    public static bool IsConsistent(long from, long to, byte[] rootFrom, byte[] rootTo, IReadOnlyList<byte[]> path) =>
        from > 0 && IsPart(new(0, from), to, rootFrom, rootTo, path);

    /// <summary>Whether a tree holds another one at its place; an older tree is one that stands at 0. No leaf at all is held by each.</summary>
    /// <remarks>"Subtree consistency", draft-ietf-plants-merkle-tree-certs section 4.4.3, of which RFC 9162 is the case of 0.</remarks>
    public static bool IsPart(LeafRange part, long size, byte[] rootOfPart, byte[] root, IReadOnlyList<byte[]> path)
    {
        if (part is { Start: >= 0, Size: 0 } && part.End <= size)
            return path.Count == 0 && rootOfPart.AsSpan().SequenceEqual(EmptyRoot);
        if (!CanBePart(part) || part.End > size || path.Any(hash => hash.Length != HashBytes))
            return false;
        var (first, last, end) = (part.Start, part.End - 1, size - 1);
        while (first != last && (last == end || (last & 1) == 1))
            (first, last, end) = (first >> 1, last >> 1, end >> 1);
        var isWhole = first == last;
        if (!isWhole && path.Count == 0)
            return false;
        var (ofPart, ofAll) = isWhole ? (rootOfPart, rootOfPart) : (path[0], path[0]);
        foreach (var beside in path.Skip(isWhole ? 0 : 1))
        {
            if (end == 0)
                return false;
            if ((last & 1) == 1 || last == end)
            {
                ofPart = first < last ? NodeHash(beside, ofPart) : ofPart;
                ofAll = NodeHash(beside, ofAll);
                while ((last & 1) == 0 && last != 0)
                    (first, last, end) = (first >> 1, last >> 1, end >> 1);
            }
            else
            {
                ofAll = NodeHash(ofAll, beside);
            }

            (first, last, end) = (first >> 1, last >> 1, end >> 1);
        }

        return end == 0 && ofPart.AsSpan().SequenceEqual(rootOfPart) && ofAll.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether a tree over these leaves can stand in a larger one: at a multiple of its size, rounded up to a power of two.</summary>
    internal static bool CanBePart(LeafRange part) => part is { Start: >= 0, Size: > 0 }
        && (ulong)part.Start % System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)part.Size) == 0;
}
