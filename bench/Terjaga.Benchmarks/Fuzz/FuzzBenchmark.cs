using System.Diagnostics;
using System.Globalization;
using SharpFuzz;
using Terjaga.App.Cli;
using Terjaga.Benchmarks.Screen;

namespace Terjaga.Benchmarks.Fuzz;

/// <summary>
/// <c>./terjaga bench fuzz SECONDS [SEED]</c>: looks for texts that the engine answers wrongly, late or not at all, guided by
/// the branches that they take.
/// </summary>
/// <remarks>
/// SharpFuzz puts a counter on every branch of a copy of the engine; this program starts itself beside that copy. No native
/// fuzzer is needed: the loop of texts is our own (<see cref="FuzzLoop"/>).
/// </remarks>
internal static class FuzzBenchmark
{
    public const string Verb = "fuzz";

    /// <summary>What the process beside the instrumented engine is started with. A hidden verb.</summary>
    private const string Inner = "fuzz-instrumented";

    private const string Engine = "Terjaga.Screening.dll";

    /// <summary>Null for arguments of another verb.</summary>
    public static Func<CancellationToken, Task<int>>? Find(string[] args) => args switch
    {
        [Verb, var seconds] when IsNumber(seconds) => cancellationToken => RunAsync(seconds, "1", cancellationToken),
        [Verb, var seconds, var seed] when IsNumber(seconds) && IsNumber(seed) => cancellationToken => RunAsync(seconds, seed, cancellationToken),
        [Inner, var seconds, var seed, var findings] => _ => Task.FromResult(RunInstrumented(int.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), findings)),
        _ => null,
    };

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static async Task<int> RunAsync(string seconds, string seed, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        CopyProgram(scratch);
        var findings = Checkout.Findings;
        var start = new ProcessStartInfo(scratch.File(Path.GetFileName(Environment.ProcessPath!)), [Inner, seconds, seed, findings]);

        // Code is compiled well at once: time is measured from the first text on.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>This program as links, but for itself, which is found by its place, and the engine, which is changed.</summary>
    private static void CopyProgram(ScratchFolder scratch)
    {
        var name = Path.GetFileNameWithoutExtension(Environment.ProcessPath!);
        foreach (var entry in Directory.GetFileSystemEntries(AppContext.BaseDirectory))
        {
            var file = Path.GetFileName(entry);
            if (file == Engine)
                continue;
            if (file.StartsWith(name, StringComparison.Ordinal))
                File.Copy(entry, scratch.File(file));
            else
                File.CreateSymbolicLink(scratch.File(file), entry);
        }

        File.Copy(Checkout.BuiltEngine, scratch.File(Engine));
        _ = Fuzzer.Instrument(scratch.File(Engine), _ => true, Options.Value).Count();
    }

    private static int RunInstrumented(int seconds, int seed, string findings)
    {
        var map = new BranchMap();
        using var engine = ShippedEngine.Open();
#pragma warning disable CA5394 // The same numbers again, not secret ones.
        var loop = new FuzzLoop(map, engine, new Random(seed), findings);
#pragma warning restore CA5394
        var figures = loop.Run(Seeds.Read(Path.Combine(AppContext.BaseDirectory, "Fuzz", "seeds")), TimeSpan.FromSeconds(seconds));
        figures["seed"] = seed;
        Console.Out.WriteLine(figures.ToJsonString());
        return figures["findings"]!.AsArray().Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }
}
