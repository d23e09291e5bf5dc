using System.Text.Json.Nodes;
using Terjaga.Benchmarks.Screen;
using Terjaga.Screening.Similarity;

namespace Terjaga.Benchmarks.Near;

/// <summary>What finding near copies of words costs: from the raw text to the candidates and into the index, on one thread.</summary>
internal static class NearBenchmark
{
    private static readonly int[] _usual = [100_000, 1_000_000];

    private static readonly int[] _large = [10_000_000];

    public static Task<JsonObject> RunAsync(CancellationToken cancellationToken) => RunAsync(_usual, cancellationToken);

    /// <summary>Takes about ten minutes and 8 GB.</summary>
    public static Task<JsonObject> RunLargeAsync(CancellationToken cancellationToken) => RunAsync(_large, cancellationToken);

    private static async Task<JsonObject> RunAsync(int[] sizes, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        using var engine = ShippedEngine.Open();
        var masks = new NameMasks(engine.Gazetteer);
        var posts = await EditedPosts.MakeAsync(scratch, cancellationToken);
        var targets = new JsonArray();
        var growth = new JsonArray();
        foreach (var size in sizes)
            growth.Add(Growth.Measure(posts, masks, size, targets, cancellationToken));
        return new JsonObject
        {
            ["memoryLatencyNs"] = MemoryLatency.Measure(),
            ["growth"] = growth,
            ["flood"] = Flood.Measure(posts, masks, targets, cancellationToken),
            ["peer"] = "datasketch 128 + LSH: not to be installed from the registry here; 572 to 613 posts a second where it was measured (2026-11-23)",
            ["targets"] = targets,
        };
    }
}
