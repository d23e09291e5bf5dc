using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Terjaga.Benchmarks.Intake;
using Terjaga.Evidence.Custody;

namespace Terjaga.Benchmarks.Custody;

/// <summary>
/// What the custody log costs when it is long: giving entries their places, and proving one of them, on the embedded database;
/// beside the bare hashing of the same bytes and what the disk allows in the same run.
/// </summary>
internal static class CustodyBenchmark
{
    private const int Count = 1_000_000;

    /// <summary>Proofs of each kind that are asked for, at places drawn by chance.</summary>
    private const int Proofs = 2_000;

    /// <summary>Entries whose bytes stand for all when they are hashed bare.</summary>
    private const int Sample = 1_000;

    /// <summary>Bytes of what a node of the tree is hashed from: a mark and two hashes.</summary>
    private const int NodeBytes = 1 + (2 * Merkle.HashBytes);

    /// <summary>Milliseconds: a page that shows a proof should not be late for it.</summary>
    private const double ProofLimit = 10;

    /// <summary>Milliseconds for one transaction of placing: reporters wait for it on the embedded database.</summary>
    private const double TurnLimit = 250;

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        Progress.Say("the disk, and bare hashing of the same bytes");
        var disk = DiskSync.Measure(scratch.File("sync"));
        var bare = BareHashing();
        await using var log = await LongLog.OpenAsync(scratch.File("desk"), cancellationToken);
        Progress.Say($"{Count} entries that wait for a place");
        var recording = await log.RecordAsync(Count, cancellationToken);
        Progress.Say("placing");
        var turns = await log.PlaceAsync(cancellationToken);
        Progress.Say("head and proofs");
        var signing = await TimeAsync(() => log.SignAsync(cancellationToken));
        var inclusion = await log.ProveInclusionAsync(Proofs, cancellationToken);
        var consistency = await log.ProveConsistencyAsync(Proofs, cancellationToken);
        Progress.Say("the whole log made anew");
        var verifying = await TimeAsync(() => log.VerifyAsync(cancellationToken));
        return ToJson(new(disk, bare, recording, turns, signing, inclusion, consistency, verifying));
    }

    private sealed record Parts(
        DiskSync.Figures Disk, double BareSeconds, double RecordingSeconds, IReadOnlyList<double> Turns, double SigningSeconds,
        Latencies Inclusion, Latencies Consistency, double VerifyingSeconds);

    private static JsonObject ToJson(Parts parts)
    {
        var placing = parts.Turns.Sum() / 1_000;
        var tenth = Math.Max(1, parts.Turns.Count / 10);
        var turns = new Latencies(parts.Turns);
        return new JsonObject
        {
            ["entries"] = Count,
            ["fdatasync"] = parts.Disk.ToJson(),
            ["bareHashesPerSecond"] = Math.Round(Count / parts.BareSeconds),
            ["recordedPerSecond"] = Math.Round(Count / parts.RecordingSeconds),
            ["placedPerSecond"] = Math.Round(Count / placing),
            ["placedPerSecondFirstTenth"] = Math.Round(PlaceCustody.MostAtOnce * 1_000 / parts.Turns.Take(tenth).Average()),
            ["placedPerSecondLastTenth"] = Math.Round(PlaceCustody.MostAtOnce * 1_000 / parts.Turns.TakeLast(tenth).Average()),
            ["placingAsShareOfBareHashing"] = Math.Round(parts.BareSeconds / placing, 4),
            ["placedPerSecondAsMultipleOfFdatasync"] = Math.Round(Count / placing / parts.Disk.PerSecond, 2),
            ["turns"] = turns.ToJson(),
            ["signHeadMs"] = Math.Round(parts.SigningSeconds * 1_000, 2),
            ["inclusion"] = parts.Inclusion.ToJson(),
            ["consistency"] = parts.Consistency.ToJson(),
            ["verifyWholeSeconds"] = Math.Round(parts.VerifyingSeconds, 1),
            ["targets"] = new JsonArray(
                Target.Below("proof of inclusion p99, ms", parts.Inclusion.P99, ProofLimit),
                Target.Below("proof of consistency p99, ms", parts.Consistency.P99, ProofLimit),
                Target.Below("one turn of placing p99, ms", turns.P99, TurnLimit)),
        };
    }

    /// <summary>Every leaf and every node hashed once, from bytes that are at hand: what no log can be faster than on one thread.</summary>
    private static double BareHashing()
    {
        var leaves = Enumerable.Range(0, Sample).Select(_ => LongLog.MakeEntry().ToLeaf()).ToArray();
        Span<byte> node = stackalloc byte[NodeBytes];
        Span<byte> hash = stackalloc byte[Merkle.HashBytes];
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < Count; i++)
        {
            SHA256.HashData(leaves[i % Sample], hash);
            SHA256.HashData(node, hash);
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> what)
    {
        var begun = Stopwatch.GetTimestamp();
        await what();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
