using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Terjaga.Benchmarks.Fuzz;

/// <summary>Counts which branches of the instrumented engine a text goes through, and tells whether any is new.</summary>
/// <remarks>As AFL does, with counts by powers of two: lcamtuf.coredump.cx/afl/technical_details.txt, 1 and 2. The counts live as long as the process.</remarks>
internal sealed unsafe class BranchMap
{
    private const int Size = 1 << 16;

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Size);

    private readonly byte[] _seen = new byte[Size];

    /// <summary>From now on the instrumented code counts here; before, it must not run.</summary>
    public BranchMap() => Trace.SharedMem = _counts;

    /// <summary>How many branches were seen at all.</summary>
    public int Count => _seen.Count(seen => seen != 0);

    public void Begin()
    {
        new Span<byte>(_counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether a branch was taken that no text before took, or took so often.</summary>
    public bool HasNew()
    {
        var isNew = false;
        var counts = new ReadOnlySpan<byte>(_counts, Size);
        for (var at = counts.IndexOfAnyExcept((byte)0); at >= 0;)
        {
            var bit = (byte)(1 << Math.Min(7, BitOperations.Log2(counts[at])));
            isNew |= (_seen[at] & bit) == 0;
            _seen[at] |= bit;
            var step = counts[(at + 1)..].IndexOfAnyExcept((byte)0);
            at = step < 0 ? -1 : at + 1 + step;
        }

        return isNew;
    }
}
