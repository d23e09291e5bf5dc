using System.Text.Json.Nodes;
using Terjaga.Screening.Similarity;

namespace Terjaga.Benchmarks.Near;

/// <summary>Copies of one post, each with its own edits: the last one may cost no more than an early one.</summary>
internal static class Flood
{
    private const int Count = 100_000;

    /// <summary>Copies whose time is taken at the start, after as many to warm up, and at the end.</summary>
    private const int Timed = 5_000;

    /// <summary>How many times as long the last ones may take.</summary>
    private const double MostSlower = 2;

    public static JsonObject Measure(EditedPosts posts, NameMasks masks, JsonArray targets, CancellationToken cancellationToken)
    {
        Progress.Say($"{Count} copies of one post");
        var (index, alone) = (new NearIndex(), 0);
        var times = new List<TimeSpan>();
        for (var from = 0; from < Count; from += Timed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var begun = Environment.CpuUsage.TotalTime;
            for (var copy = from; copy < from + Timed; copy++)
            {
                var fingerprint = Fingerprint.Of(MaskedText.Of(posts.CopyOf(0, copy), masks));
                alone += index.Find(fingerprint, 1).Candidates.Count == 0 ? 1 : 0;
                index.Add(Ids.Of(copy), fingerprint);
            }

            times.Add(Environment.CpuUsage.TotalTime - begun);
        }

        targets.Add(Target.Below("last copies of a flood, times as long as early ones", times[^1] / times[1], MostSlower));
        return new JsonObject
        {
            ["copies"] = Count,
            ["withoutCandidate"] = alone,
            ["microsecondsEachEarly"] = Math.Round(times[1].TotalMicroseconds / Timed, 1),
            ["microsecondsEachLate"] = Math.Round(times[^1].TotalMicroseconds / Timed, 1),
        };
    }
}
