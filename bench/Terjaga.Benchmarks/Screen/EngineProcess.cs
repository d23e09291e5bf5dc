using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.App.Cli;

namespace Terjaga.Benchmarks.Screen;

/// <summary>The engine alone in a process of its own, compiled ahead as the desk is: its start and its memory. A hidden verb.</summary>
internal static class EngineProcess
{
    public const string Verb = "engine-alone";

    private const int StartCount = 10;

    /// <summary>Passes over the posts of 1 KB before memory is read.</summary>
    private const int PassCount = 10;

    /// <param name="EngineMs">From reading the first file to the first post screened, by the clock.</param>
    /// <param name="ProcessMs">The same from the start of the process, of which the kernel tells hundredths of a second.</param>
    private sealed record Figures(double EngineMs, double EngineProcessorMs, double ProcessMs, double ResidentMegabytes, double HeapMegabytes);

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync()
    {
        var (begun, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var engine = ShippedEngine.Open();
        engine.Screener.Screen(ReportTexts.All[0]);
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        using var self = Process.GetCurrentProcess();
        var started = (TimeProvider.System.GetLocalNow().DateTime - self.StartTime).TotalMilliseconds;
        var posts = Posts.OfCorpus();
        for (var pass = 0; pass < PassCount; pass++)
            posts.ForEach(post => engine.Screener.Screen(post));
        self.Refresh();
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new Figures(
            taken, processor, started, self.WorkingSet64 / 1e6, GC.GetTotalMemory(forceFullCollection: true) / 1e6)));
        return ExitCode.Done;
    }

    public static async Task<JsonObject> MeasureAsync(JsonArray targets, CancellationToken cancellationToken)
    {
        Progress.Say($"{StartCount} starts of the engine alone");
        var starts = new List<Figures>();
        for (var i = 0; i < StartCount; i++)
            starts.Add(JsonSerializer.Deserialize<Figures>(await Command.RunAsync(Environment.ProcessPath!, [Verb], cancellationToken))!);
        var engine = new Latencies(starts.Select(start => start.EngineMs));
        var resident = starts.Max(start => start.ResidentMegabytes);
        targets.Add(Target.Below("engine with model ready and first post screened, p50, ms", engine.P50, 100));
        targets.Add(Target.Below("resident memory of the engine alone, MB", resident, 150));
        return new JsonObject
        {
            ["engineByClock"] = engine.ToJson(),
            ["engineByProcessor"] = new Latencies(starts.Select(start => start.EngineProcessorMs)).ToJson(),
            ["wholeProcess"] = new Latencies(starts.Select(start => start.ProcessMs)).ToJson(),
            ["residentMegabytes"] = Math.Round(resident, 1),
            ["heapMegabytes"] = Math.Round(starts.Max(start => start.HeapMegabytes), 1),
        };
    }
}
