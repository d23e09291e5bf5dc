using System.Numerics;

namespace Terjaga.Evidence.Custody;

/// <summary>Leaves of the log that follow each other: the first, and the one behind the last.</summary>
/// <remarks>A range that splits into two at the largest power of two below its size is a tree of its own (RFC 9162 section 2.1.1).</remarks>
internal readonly record struct LeafRange(long Start, long End)
{
    public long Size => End - Start;

    /// <summary>Whether a complete tree stands over it: a power of two of leaves, at a multiple of their number.</summary>
    public bool IsComplete => BitOperations.IsPow2(Size) && Start % Size == 0;

    /// <summary>Where the left half ends: at the largest power of two that is less than the size.</summary>
    public long Split => Start + (long)(BitOperations.RoundUpToPowerOf2((ulong)Size) / 2);

    public LeafRange Left => new(Start, Split);

    public LeafRange Right => new(Split, End);

    /// <summary>The complete trees that it is made of, from the left.</summary>
    public IEnumerable<LeafRange> Complete()
    {
        var rest = this;
        for (; rest.Size > 0 && !rest.IsComplete; rest = rest.Right)
            yield return rest.Left;
        if (rest.Size > 0)
            yield return rest;
    }
}
