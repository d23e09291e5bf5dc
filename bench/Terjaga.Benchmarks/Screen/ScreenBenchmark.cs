using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Screen;

/// <summary>
/// What the engine does on one thread, beside Hyperscan, <c>SearchValues</c>, scikit-learn and fastText on the same texts
/// in the same run; by processor time so that a busy machine changes little.
/// </summary>
internal static class ScreenBenchmark
{
    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        using var engine = ShippedEngine.Open();
        var targets = new JsonArray();
        var ownProcess = await EngineProcess.MeasureAsync(targets, cancellationToken);
        var posts = Posts.OfCorpus();
        var generated = await Part.TryAsync(() => GeneratedPosts.MakeAsync(scratch, cancellationToken));
        var others = generated.Value?.Posts ?? posts;
        return new JsonObject
        {
            ["memoryLatencyNs"] = MemoryLatency.Measure(),
            ["sharedPosts"] = await Part.JsonAsync(async () => WholeScreening.Rate(engine, await Posts.SharedAsync(cancellationToken))),
            ["posts1Kb"] = WholeScreening.Measure(engine, posts, targets),
            ["generatedPosts"] = generated.Why ?? (JsonNode)WholeScreening.Rate(engine, others),
            ["phrases"] = await PhraseComparison.MeasureAsync(engine, others, posts, generated, scratch, targets, cancellationToken),
            ["model"] = await ModelComparison.MeasureAsync(engine, others, posts, generated, targets, cancellationToken),
            ["tenThousandPhrases"] = await Swap.MeasureAsync(engine, posts, targets),
            ["allocated"] = Allocation.Measure(engine, posts, targets),
            ["ownProcess"] = ownProcess,
            ["hostile"] = Hostile.Measure(engine, targets),
            ["targets"] = targets,
        };
    }
}
