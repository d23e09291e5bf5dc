using System.Text.Json.Nodes;
using Terjaga.Screening.Similarity;

namespace Terjaga.Benchmarks.Near;

/// <summary>An index that grows post by post, each looked up before it is added.</summary>
internal static class Growth
{
    /// <summary>Parts of the run whose rates are told apart.</summary>
    private const int PartCount = 10;

    /// <summary>Of so many posts, one is compared exactly with all its candidates.</summary>
    private const int CheckedOf = 500;

    private const double MegaByte = 1024 * 1024;

    public static JsonObject Measure(EditedPosts posts, NameMasks masks, int size, JsonArray targets, CancellationToken cancellationToken)
    {
        Progress.Say($"{size} posts into an index");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, check, rates) = (new NearIndex(), new CopyCheck(posts, masks), new List<double>());
        var (placesRead, sketchesRead) = (0L, 0L);
        for (var part = 0; part < PartCount; part++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (begun, checking) = (Environment.CpuUsage.TotalTime, check.Took);
            for (var number = part * (size / PartCount); number < (part + 1) * (size / PartCount); number++)
            {
                var fingerprint = Fingerprint.Of(MaskedText.Of(posts[number], masks));
                var found = index.Find(fingerprint, NearIndex.MaxCompared);
                (placesRead, sketchesRead) = (placesRead + found.PlacesRead, sketchesRead + found.SketchesRead);
                if (number % CheckedOf == 0)
                    check.Add(number, found);
                index.Add(Ids.Of(number), fingerprint);
            }

            rates.Add(size / PartCount / (Environment.CpuUsage.TotalTime - begun - (check.Took - checking)).TotalSeconds);
        }

        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / MegaByte;
        GC.KeepAlive(index);
        targets.Add(Target.AtLeast($"look-up and addition a second at {size}", rates[^1], 20_000));
        targets.Add(Target.Below($"MB of the index at {size}", megabytes, 1_500.0 * Math.Max(size, 1_000_000) / 1_000_000));
        if (check.CopyCount > 0)
            targets.Add(Target.AtLeast($"share of copies with six edits that are linked at {size}", check.Recall, 0.98));
        return new JsonObject
        {
            ["posts"] = size,
            ["perSecondByTenths"] = new JsonArray([.. rates.Select(rate => JsonValue.Create(Math.Round(rate)))]),
            ["megabytes"] = Math.Round(megabytes),
            ["placesReadEach"] = Math.Round((double)placesRead / size, 1),
            ["sketchesReadEach"] = Math.Round((double)sketchesRead / size, 1),
            ["check"] = check.ToJson(),
        };
    }
}
