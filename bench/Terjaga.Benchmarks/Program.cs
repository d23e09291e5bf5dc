using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.App.Cli;
using Terjaga.Benchmarks.Capture;
using Terjaga.Benchmarks.Check;
using Terjaga.Benchmarks.Custody;
using Terjaga.Benchmarks.Desk;
using Terjaga.Benchmarks.Fuzz;
using Terjaga.Benchmarks.Intake;
using Terjaga.Benchmarks.Near;
using Terjaga.Benchmarks.Orders;
using Terjaga.Benchmarks.Pictures;
using Terjaga.Benchmarks.Posters;
using Terjaga.Benchmarks.Queue;
using Terjaga.Benchmarks.Screen;
using Terjaga.Benchmarks.Store;
using Terjaga.Benchmarks.Watch;

namespace Terjaga.Benchmarks;

/// <summary><c>./terjaga bench NAME</c>: figures as one JSON object on standard output, progress on standard error.</summary>
internal static class Program
{
    /// <summary>Longest run of one name; what is under way is then stopped and cleaned up.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);

    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, Func<CancellationToken, Task<JsonObject>>> _benchmarks = new()
    {
        ["intake"] = IntakeBenchmark.RunAsync,
        ["posters"] = PostersBenchmark.RunAsync,
        ["queue"] = QueueBenchmark.RunAsync,
        ["start"] = StartBenchmark.RunAsync,
        ["capture"] = CaptureBenchmark.RunAsync,
        ["check"] = CheckBenchmark.RunAsync,
        ["custody"] = CustodyBenchmark.RunAsync,
        ["screen"] = ScreenBenchmark.RunAsync,
        ["pdq"] = PdqBenchmark.RunAsync,
        ["match"] = MatchBenchmark.RunAsync,
        ["orders"] = OrdersBenchmark.RunAsync,
        ["answers"] = AnswersBenchmark.RunAsync,
        ["near"] = NearBenchmark.RunAsync,
        ["near-10m"] = NearBenchmark.RunLargeAsync,
        ["store"] = StoreBenchmark.RunAsync,
        ["watch"] = WatchBenchmark.RunAsync,
    };

    private static async Task<int> Main(string[] args)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await Console.Out.WriteLineAsync(Help);
            return ExitCode.Done;
        }

        if (args is [EngineProcess.Verb])
            return await EngineProcess.RunAsync();
        var fuzz = FuzzBenchmark.Find(args);
        var desk = args is ["desk", ..] ? DeskChoice.Read(args.AsSpan(1)) : null;
        using var stop = fuzz is not null ? new CancellationTokenSource() : new CancellationTokenSource(desk is null ? _longest : DeskBenchmark.Longest);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        if (fuzz is not null)
            return await fuzz(stop.Token);
        if (desk is not null)
            return await MeasureAsync("desk", token => DeskBenchmark.RunAsync(desk, token), stop.Token);
        if (args is [var server, var address, var data] && Servers.Find(server) is { } serve)
            return await serve(address, data, stop.Token);
        if (args is not [var name] || !_benchmarks.TryGetValue(name, out var benchmark))
        {
            var complaint = args is [] ? "A name is missing." : $"There is no benchmark '{string.Join(' ', args)}'.";
            await Console.Error.WriteLineAsync($"{complaint} Names: {Names}.");
            return ExitCode.WrongUsage;
        }

        return await MeasureAsync(name, benchmark, stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static string Names => string.Join(", ", _benchmarks.Keys.Append("desk"));

    private static string Help => $"""
        Measures the desk on this machine: bench NAME
        Names: {Names}
        desk [--cases N] [--database sqlite|postgres] fills a desk with N cases, a million by default, and lets fifty officers work on it
        fuzz SECONDS [SEED] looks for texts that the engine answers wrongly, late or not at all; what it finds is put into artifacts/fuzz-findings (docs/quality.md)
        Figures go to standard output as one JSON object, progress to standard error. What they mean: docs/performance.md
        Example:
          ./terjaga bench intake > intake.json
        """;

    private static async Task<int> MeasureAsync(
        string name, Func<CancellationToken, Task<JsonObject>> benchmark, CancellationToken cancellationToken)
    {
        try
        {
            var machine = Machine.Describe();
            var figures = await benchmark(cancellationToken);
            machine["loadAfter"] = Machine.Load();
            var answer = new JsonObject { ["bench"] = name, ["machine"] = machine, ["figures"] = figures };
            await Console.Out.WriteLineAsync(answer.ToJsonString(_indented));
            return ExitCode.Done;
        }
        catch (MissingPartException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return ExitCode.NotPossibleHere;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Stopped before the end; a benchmark may take {_longest.TotalMinutes} minutes.");
            return ExitCode.NotPossibleHere;
        }
    }
}
