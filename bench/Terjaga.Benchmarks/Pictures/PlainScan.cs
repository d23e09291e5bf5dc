using System.Diagnostics;
using System.Numerics;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Benchmarks.Pictures;

/// <summary>Looks at every hash: what is true, and how long it takes.</summary>
internal static class PlainScan
{
    /// <summary>Hashes that are held against all queries while they are in the cache of a core: 160 KB.</summary>
    private const int BlockSize = 4_096;

    /// <summary>Queries of which the time is taken.</summary>
    private const int TimedCount = 20;

    /// <summary>Seconds of one query on one thread, with <see cref="BitOperations.PopCount(ulong)"/>.</summary>
    public static double SecondsEach(PdqEntry[] entries, PdqHash[] queries)
    {
        var (before, found) = (Environment.CpuUsage.TotalTime, 0);
        foreach (var query in queries.Take(TimedCount))
        {
            foreach (ref readonly var entry in entries.AsSpan())
                found += query.DistanceTo(entry.Hash) <= PdqHash.AlikeRadius ? 1 : 0;
        }

        Debug.Assert(found >= 0, "Keeps the loop.");
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / TimedCount;
    }

    /// <summary>For each query the ids that lie within the radius. Both halves of a hash are looked at only where the first allows it.</summary>
    public static List<long>[] Find(PdqEntry[] entries, PdqHash[] queries, CancellationToken cancellationToken)
    {
        var found = queries.Select(_ => new List<long>()).ToArray();
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, Environment.ProcessorCount, options, share =>
        {
            for (var begin = 0; begin < entries.Length; begin += BlockSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var block = entries.AsSpan(begin, Math.Min(BlockSize, entries.Length - begin));
                for (var query = share; query < queries.Length; query += Environment.ProcessorCount)
                    FindIn(block, queries[query], found[query]);
            }
        });
        return found;
    }

    private static void FindIn(ReadOnlySpan<PdqEntry> block, PdqHash query, List<long> found)
    {
        foreach (ref readonly var entry in block)
        {
            var half = BitOperations.PopCount(entry.Hash.Bits0 ^ query.Bits0) + BitOperations.PopCount(entry.Hash.Bits64 ^ query.Bits64);
            if (half <= PdqHash.AlikeRadius && query.DistanceTo(entry.Hash) <= PdqHash.AlikeRadius)
                found.Add(entry.Id);
        }
    }
}
