using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Screen;

/// <summary>The whole screening with everything on: posts a second, and how long one post takes.</summary>
internal static class WholeScreening
{
    /// <summary>Passes of which each post is timed alone.</summary>
    private const int PassCount = 10;

    public static JsonObject Rate(ShippedEngine engine, List<string> posts)
    {
        Progress.Say($"whole screening of {posts.Count} posts");
        var json = RateOf(engine, posts).ToJson(Posts.BytesEach(posts));
        json["posts"] = posts.Count;
        json["bytesEach"] = Math.Round(Posts.BytesEach(posts));
        return json;
    }

    public static JsonObject Measure(ShippedEngine engine, List<string> posts, JsonArray targets)
    {
        var json = Rate(engine, posts);
        var (clock, processor) = (new List<double>(), new List<double>());
        for (var pass = 0; pass < PassCount; pass++)
        {
            foreach (var post in posts)
            {
                var (begun, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                engine.Screener.Screen(post);
                processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
                clock.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        var latencies = new Latencies(clock);
        json["eachByClock"] = latencies.ToJson();
        json["eachByProcessor"] = new Latencies(processor).ToJson();
        var perSecond = (double)json["perSecond"]!;
        targets.Add(Target.AtLeast("posts of 1 KB a second, wanted", perSecond, 10_000));
        targets.Add(Target.AtLeast("posts of 1 KB a second, aim", perSecond, 20_000));
        targets.Add(Target.Below("one post of 1 KB, p99 by the clock, ms", latencies.P99, 1));
        return json;
    }

    private static Rate RateOf(ShippedEngine engine, List<string> posts) => Screen.Rate.Of(posts.Count, () =>
    {
        foreach (var post in posts)
            engine.Screener.Screen(post);
    });
}
