using System.Diagnostics;
using System.Text.Json.Nodes;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Benchmarks.Pictures;

/// <summary>The index of hashes at three sizes, on one thread, and whether it finds all that a plain scan finds.</summary>
internal static class MatchBenchmark
{
    private const int QueryCount = 10_000;

    /// <summary>Queries before anything counts: the first ones compile code.</summary>
    private const int WarmUpCount = 2_000;

    /// <summary>Queries for which every hash is looked at in one go.</summary>
    private const int ScannedTogether = 1_000;

    private const double Megabyte = 1e6;

    /// <summary>After this no more queries are held against a plain scan: on a quiet machine all of them are by then.</summary>
    private static readonly TimeSpan _longestScan = TimeSpan.FromMinutes(3);

    /// <param name="PerSecond">Least queries a second of processor time that are wanted.</param>
    private sealed record Size(int Count, string Name, int PerSecond);

    private static readonly Size[] _sizes = [new(100_000, "100 k", 30_000), new(1_000_000, "1 M", 10_000), new(10_000_000, "10 M", 2_000)];

    public static Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var (json, targets) = (new JsonObject(), new JsonArray());
        foreach (var size in _sizes)
            json[size.Name] = Measure(size, targets, cancellationToken);
        json["targets"] = targets;
        return Task.FromResult(json);
    }

    private static JsonObject Measure(Size size, JsonArray targets, CancellationToken cancellationToken)
    {
        Progress.Say($"{size.Name} hashes");
        // A fixed seed: the same hashes in every run.
        var random = new Random(7);
        var entries = RandomHashes.Entries(size.Count, random);
        var queries = RandomHashes.Queries(entries, QueryCount, random);
        var (memory, processor) = (GC.GetTotalMemory(forceFullCollection: true), Environment.CpuUsage.TotalTime);
        var index = new PdqIndex(entries);
        var build = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - memory) / Megabyte;
        var (perSecond, latencies, found) = Ask(index, queries, cancellationToken);
        var scan = PlainScan.SecondsEach(entries, queries);
        Progress.Say($"{size.Name} hashes: a plain scan for the same queries");
        var scanned = Scan(entries, queries, cancellationToken);
        var (expected, missed, wrong) = Compare(scanned, found);
        targets.Add(Target.AtLeast($"{size.Name}: queries a second", perSecond, size.PerSecond));
        targets.Add(Target.Below($"{size.Name}: p99 by the clock, ms", latencies.P99, 1.5));
        targets.Add(Target.Below($"{size.Name}: memory, MB", megabytes, 2_000));
        targets.Add(Target.Below($"{size.Name}: built in processor seconds", build, 30));
        targets.Add(Target.AtLeast($"{size.Name}: recall", (double)(expected - missed) / expected, 1));
        return new JsonObject
        {
            ["hashes"] = size.Count,
            ["buildSeconds"] = Math.Round(build, 2),
            ["megabytes"] = Math.Round(megabytes),
            ["queriesPerSecond"] = Math.Round(perSecond),
            ["eachByClock"] = latencies.ToJson(),
            ["plainScanPerSecond"] = Math.Round(1 / scan, 1),
            ["timesPlainScan"] = Math.Round(perSecond * scan, 1),
            ["queriesScanned"] = scanned.Count,
            ["matchesOfPlainScan"] = expected,
            ["missed"] = missed,
            ["wrong"] = wrong,
        };
    }

    private static (double PerSecond, Latencies Latencies, List<long>[] Found) Ask(
        PdqIndex index, PdqHash[] queries, CancellationToken cancellationToken)
    {
        foreach (var query in queries.Take(WarmUpCount))
            index.Find(query);
        var (clock, found) = (new double[queries.Length], new IReadOnlyList<PdqMatch>[queries.Length]);
        var before = Environment.CpuUsage.TotalTime;
        for (var number = 0; number < queries.Length; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var begun = Stopwatch.GetTimestamp();
            found[number] = index.Find(queries[number]);
            clock[number] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        var perSecond = queries.Length / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return (perSecond, new Latencies(clock), [.. found.Select(matches => matches.Select(match => match.Id).ToList())]);
    }

    private static List<List<long>> Scan(PdqEntry[] entries, PdqHash[] queries, CancellationToken cancellationToken)
    {
        var (scanned, begun) = (new List<List<long>>(), Stopwatch.GetTimestamp());
        foreach (var chunk in queries.Chunk(ScannedTogether))
        {
            if (scanned.Count > 0 && Stopwatch.GetElapsedTime(begun) > _longestScan)
                break;
            scanned.AddRange(PlainScan.Find(entries, chunk, cancellationToken));
        }

        return scanned;
    }

    private static (int Expected, int Missed, int Wrong) Compare(List<List<long>> scanned, List<long>[] found) => (
        scanned.Sum(ids => ids.Count),
        scanned.Zip(found, (ids, ours) => ids.Except(ours).Count()).Sum(),
        // A hash that is told twice counts as wrong too.
        scanned.Zip(found, (ids, ours) => ours.Count - ours.Intersect(ids).Count()).Sum());
}
