using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Screen;

/// <summary>How often one thread did something in a second of processor time: the median of several rounds, and the slowest.</summary>
internal sealed record Rate(double PerSecond, double Slowest)
{
    private const int RoundCount = 5;

    /// <summary>Rounds before anything counts: the first ones compile code.</summary>
    private const int WarmUpCount = 3;

    private static readonly TimeSpan _round = TimeSpan.FromSeconds(1);

    /// <param name="count">How many things one pass does.</param>
    public static Rate Of(int count, Action pass)
    {
        // A loop: LINQ would skip the rounds to warm up without doing them.
        for (var round = 0; round < WarmUpCount; round++)
            Round(count, pass);
        var rates = Enumerable.Range(0, RoundCount).Select(_ => Round(count, pass)).Order().ToList();
        return new Rate(rates[RoundCount / 2], rates[0]);
    }

    /// <param name="bytesEach">Bytes of one thing in UTF-8.</param>
    public JsonObject ToJson(double bytesEach) => new()
    {
        ["perSecond"] = Math.Round(PerSecond),
        ["slowestRoundPerSecond"] = Math.Round(Slowest),
        ["megabytesPerSecond"] = Megabytes(bytesEach),
    };

    /// <summary>In MB of a million bytes a second.</summary>
    public double Megabytes(double bytesEach) => Math.Round(PerSecond * bytesEach / 1e6, 2);

    private static double Round(int count, Action pass)
    {
        var (begun, before, done) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0L);
        for (; Stopwatch.GetElapsedTime(begun) < _round; done += count)
            pass();
        return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
