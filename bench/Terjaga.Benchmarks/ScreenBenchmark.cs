using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.Screening;

namespace Terjaga.Benchmarks;

/// <summary>How fast one thread reads posts, by processor time so that a busy machine changes little.</summary>
internal static class ScreenBenchmark
{
    private const int RoundCount = 5;

    private static readonly TimeSpan _round = TimeSpan.FromSeconds(1);

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var file in Directory.GetFiles(Checkout.Shared("data/posts"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
            {
                if (JsonNode.Parse(line)?["text"] is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                    texts.Add((string)text!);
            }
        }

        var data = Path.Combine(AppContext.BaseDirectory, "data");
        using var screener = new Screener(
            ScreeningArea.ReadCatalogue(data), ScreeningArea.ReadGazetteer(data), ScreeningArea.ReadModel(Path.Combine(data, ScreeningArea.ModelFileName)));
        Progress.Say($"{texts.Count} posts, {RoundCount} rounds after one to warm up");
        _ = PostsPerSecond(screener, texts);
        var rates = Enumerable.Range(0, RoundCount).Select(_ => PostsPerSecond(screener, texts)).Order().ToList();
        var bytesEach = texts.Average(Encoding.UTF8.GetByteCount);
        var median = rates[RoundCount / 2];
        return new JsonObject
        {
            ["posts"] = texts.Count,
            ["bytesEach"] = Math.Round(bytesEach),
            ["postsPerSecond"] = Math.Round(median),
            ["megabytesPerSecond"] = Math.Round(median * bytesEach / 1e6, 2),
            ["slowestRoundPostsPerSecond"] = Math.Round(rates[0]),
        };
    }

    private static double PostsPerSecond(Screener screener, List<string> texts)
    {
        var (begun, before, count) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
        while (Stopwatch.GetElapsedTime(begun) < _round)
        {
            foreach (var text in texts)
                screener.Screen(text);
            count += texts.Count;
        }

        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
