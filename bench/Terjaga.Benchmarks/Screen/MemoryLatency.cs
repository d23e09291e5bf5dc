using System.Diagnostics;

namespace Terjaga.Benchmarks.Screen;

/// <summary>
/// How long the processor waits for a number somewhere in as much memory as the tables of the model fill: where guests
/// share the cache of their host, this differs tenfold from hour to hour, and the figures of the model with it.
/// </summary>
internal static class MemoryLatency
{
    private const int TableBytes = 4 * 1024 * 1024;

    /// <summary>Numbers in a line of the cache: 64 bytes.</summary>
    private const int Step = 64 / sizeof(int);

    private const int ReadCount = 2_000_000;

    /// <summary>In nanoseconds: each read says where the next one is, in an order that cannot be foreseen.</summary>
    public static double Measure()
    {
        var table = new int[TableBytes / sizeof(int)];
        var lines = Enumerable.Range(1, (table.Length / Step) - 1).ToArray();
        // A fixed seed: the same way in every run.
        new Random(1).Shuffle(lines);
        var at = 0;
        foreach (var line in lines)
            at = table[at] = line * Step;

        Follow(table);
        var begun = Stopwatch.GetTimestamp();
        Follow(table);
        return Math.Round(Stopwatch.GetElapsedTime(begun).TotalNanoseconds / ReadCount, 1);
    }

    private static int Follow(int[] table)
    {
        var at = 0;
        for (var i = 0; i < ReadCount; i++)
            at = table[at];
        return at;
    }
}
