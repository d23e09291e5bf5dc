using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks;

/// <summary>How long an operator waits for a started desk, and how much memory it holds.</summary>
internal static class StartBenchmark
{
    /// <summary>Starts of each kind.</summary>
    private const int StartCount = 10;

    /// <summary>Requests before memory is read again; half of them pages, half reports.</summary>
    private const int RequestCount = 1_000;

    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        List<double> fresh = [], existing = [];
        for (var i = 0; i < StartCount; i++)
        {
            Progress.Say($"start {i + 1} of {StartCount}, on a new folder and on the same again");
            var data = scratch.File($"desk{i}");
            fresh.Add(await TimeStartAsync(data, cancellationToken));
            existing.Add(await TimeStartAsync(data, cancellationToken));
        }

        Progress.Say($"memory, after {_rest.TotalSeconds} s of rest");
        var (atRest, afterRequests) = await WeighAsync(scratch.File("desk0"), cancellationToken);
        var (first, again) = (new Latencies(fresh), new Latencies(existing));
        return new JsonObject
        {
            ["newFolder"] = first.ToJson(),
            ["existingFolder"] = again.ToJson(),
            ["residentAtRestMegabytes"] = atRest,
            ["residentAfter1000RequestsMegabytes"] = afterRequests,
            ["targets"] = new JsonArray(
                Target.Below("slowest start on a new folder, ms", first.Max, 3_000),
                Target.Below("slowest start on an existing folder, ms", again.Max, 3_000),
                Target.Below("resident memory at rest, MB", atRest, 250)),
        };
    }

    private static async Task<double> TimeStartAsync(string data, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var desk = ServerProcess.BeginDesk(data);
        await WaitForPageAsync(desk, cancellationToken);
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await desk.StopAsync(cancellationToken);
        return taken;
    }

    private static async Task WaitForPageAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        using var http = Loopback.Client(desk.Address);
        while (true)
        {
            try
            {
                await http.GetByteArrayAsync("/", cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!desk.HasEnded)
            {
                await Task.Delay(_pause, cancellationToken);
            }
        }
    }

    private static async Task<(double AtRest, double AfterRequests)> WeighAsync(string data, CancellationToken cancellationToken)
    {
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken);
        await Task.Delay(_rest, cancellationToken);
        var atRest = desk.ResidentMegabytes;
        using var http = Loopback.Client(desk.Address);
        for (var i = 0; i < RequestCount / 2; i++)
        {
            await http.GetByteArrayAsync("/", cancellationToken);
            var text = $"{ReportTexts.All[i % ReportTexts.Count]} s{i}";
            using var answer = await http.PostAsJsonAsync("/api/reports", new { text }, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }

        var afterRequests = desk.ResidentMegabytes;
        await desk.StopAsync(cancellationToken);
        return (atRest, afterRequests);
    }
}
