using System.Text.Json.Nodes;
using Terjaga.Screening;

namespace Terjaga.Benchmarks.Screen;

/// <summary>What a post allocates with the shipped phrases and with 10,000.</summary>
internal static class Allocation
{
    private const int PhraseCount = 10_000;

    public static JsonObject Measure(ShippedEngine engine, List<string> posts, JsonArray targets)
    {
        using var large = engine.WithPhrases(PhraseCount);
        var (few, many) = (BytesEach(engine.Screener, posts), BytesEach(large, posts));
        targets.Add(Target.Below($"allocated for a post: {PhraseCount} phrases / shipped", many / few, 1.05));
        return new JsonObject
        {
            ["shippedPhrases"] = engine.Catalogue.Signals.Sum(signal => signal.Phrases.Count),
            ["bytesEachWithShipped"] = Math.Round(few),
            [$"bytesEachWith{PhraseCount}"] = Math.Round(many),
        };
    }

    /// <summary>Of a second pass, when nothing is made for the first time.</summary>
    private static double BytesEach(Screener screener, List<string> posts)
    {
        Screen();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Screen();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)posts.Count;

        void Screen()
        {
            foreach (var post in posts)
                screener.Screen(post);
        }
    }
}
