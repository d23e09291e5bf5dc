using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Store;

/// <summary>How fast evidence is hashed, stored and read, beside the tools of the system on the same bytes in the same run.</summary>
internal static class StoreBenchmark
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>Like screenshots, and like long pages with their pictures.</summary>
    private static readonly FileSet[] _sets = [new("200x1MiB", 200, Mebibyte), new("20x10MiB", 20, 10 * Mebibyte)];

    /// <summary>Rounds of each measurement; the best counts, for both sides, as a shared machine only ever slows.</summary>
    private const int Rounds = 3;

    private sealed record FileSet(string Name, int Count, int SizeBytes)
    {
        public double Megabytes => (double)Count * SizeBytes / 1_000_000;
    }

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var (answer, targets) = (new JsonObject(), new JsonArray());
        foreach (var set in _sets)
        {
            using var scratch = new ScratchFolder();
            Progress.Say($"{set.Name}: random bytes, then {Rounds} rounds of both sides");
            var source = Write(set, scratch);
            var figures = await MeasureAsync(set, source, scratch, cancellationToken);
            answer[set.Name] = figures;
            foreach (var share in new[] { "hashShareOfSha256sum", "storeShareOfCpAndSync", "storeShareOfCpFileByFile" })
                targets.Add(Target.AtLeast($"{set.Name}: {share}", (double?)figures[share] ?? 0, share.StartsWith("hash", StringComparison.Ordinal) ? 0.8 : 0.5));
        }

        answer["targets"] = targets;
        return answer;
    }

    private static string Write(FileSet set, ScratchFolder scratch)
    {
        var folder = Directory.CreateDirectory(scratch.File("source")).FullName;
        for (var i = 0; i < set.Count; i++)
            File.WriteAllBytes(Path.Combine(folder, $"{i:D3}"), RandomNumberGenerator.GetBytes(set.SizeBytes));
        return folder;
    }

    private static async Task<JsonObject> MeasureAsync(FileSet set, string source, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var best = new Dictionary<string, double>();
        for (var round = 0; round < Rounds; round++)
        {
            var copies = (scratch.File($"cp{round}"), scratch.File($"each{round}"));
            await BestAsync("sha256sum", () => ShellAsync("sha256sum \"$1\"/* >/dev/null", source, "", cancellationToken));
            await BestAsync("hash", () => HashAsync(source, cancellationToken));
            await BestAsync("cpAndSync", () => ShellAsync("cp -r \"$1\" \"$2\" && sync -f \"$2\"", source, copies.Item1, cancellationToken));
            await BestAsync("cpFileByFile", () => ShellAsync(
                "mkdir \"$2\" && for f in \"$1\"/*; do cp \"$f\" \"$2/\" && sync \"$2/${f##*/}\" \"$2\"; done", source, copies.Item2, cancellationToken));
            await using var desk = await BareDesk.OpenAsync(scratch.File($"desk{round}"), cancellationToken);
            IReadOnlyList<string> kept = [];
            await BestAsync("store", async () => kept = await desk.StoreAsync(source, cancellationToken));
            await BestAsync("read", () => desk.ReadAsync(kept, cancellationToken));
            Directory.Delete(copies.Item1, recursive: true);
            Directory.Delete(copies.Item2, recursive: true);
        }

        var figures = new JsonObject();
        foreach (var (name, seconds) in best)
            figures[name + "MegabytesPerSecond"] = Math.Round(set.Megabytes / seconds, 1);
        figures["hashShareOfSha256sum"] = Math.Round(best["sha256sum"] / best["hash"], 2);
        figures["storeShareOfCpAndSync"] = Math.Round(best["cpAndSync"] / best["store"], 2);
        figures["storeShareOfCpFileByFile"] = Math.Round(best["cpFileByFile"] / best["store"], 2);
        return figures;

        async Task BestAsync(string name, Func<Task> run)
        {
            var begun = Stopwatch.GetTimestamp();
            await run();
            var taken = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            best[name] = Math.Min(taken, best.GetValueOrDefault(name, double.MaxValue));
        }
    }

    private static async Task HashAsync(string source, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(source))
            _ = Terjaga.Evidence.Store.EvidenceStore.HashOf(await File.ReadAllBytesAsync(file, cancellationToken));
    }

    private static Task<string> ShellAsync(string script, string source, string target, CancellationToken cancellationToken) =>
        Command.RunAsync("sh", ["-c", script, "sh", source, target], cancellationToken);
}
