using System.Diagnostics;
using System.Text.Json.Nodes;
using Terjaga.Screening;

namespace Terjaga.Benchmarks.Screen;

/// <summary>10,000 phrases: how long they take to be made ready, and what a post waits while that happens on another thread.</summary>
internal static class Swap
{
    private const int PhraseCount = 10_000;

    /// <summary>Engines that are built and published one after the other.</summary>
    private const int SwapCount = 10;

    /// <summary>Longest that any post may take, in ms: what is promised of a hostile one (docs/performance.md).</summary>
    private const double Pause = 50;

    public static async Task<JsonObject> MeasureAsync(ShippedEngine engine, List<string> posts, JsonArray targets)
    {
        Progress.Say($"{PhraseCount} phrases, {SwapCount} times exchanged while posts are screened");
        var catalogue = PhraseList.Extend(engine.Catalogue, PhraseCount);
        var builds = new List<double>();
        var current = engine.Screener;
        var quiet = await ScreenDuringAsync(() => Thread.Sleep(TimeSpan.FromSeconds(2)));
        var during = await ScreenDuringAsync(() =>
        {
            for (var swap = 0; swap < SwapCount; swap++)
            {
                var begun = Stopwatch.GetTimestamp();
                Volatile.Write(ref current, new Screener(catalogue, engine.Gazetteer, engine.Model));
                builds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        });
        var built = new Latencies(builds);
        targets.Add(Target.Below($"{PhraseCount} phrases made ready, slowest, ms", built.Max, 1_000));
        targets.Add(Target.Below("one post during an exchange, p99, ms", during.P99, 1));
        targets.Add(Target.Below("longest post during an exchange, ms", during.Max, Pause));
        return new JsonObject { ["build"] = built.ToJson(), ["postsWithoutExchange"] = quiet.ToJson(), ["postsDuringExchange"] = during.ToJson() };

        async Task<Latencies> ScreenDuringAsync(Action work)
        {
            var other = Task.Run(work);
            var taken = new List<double>();
            for (var i = 0; !other.IsCompleted; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                Volatile.Read(ref current).Screen(posts[i % posts.Count]);
                taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            await other;
            return new Latencies(taken);
        }
    }
}
