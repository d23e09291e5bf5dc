using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.App;
using Terjaga.Common;
using Terjaga.Common.Work;
using Terjaga.Evidence.Custody;

namespace Terjaga.Benchmarks.Watch;

/// <summary>A million places are watched: how fast what is due is found, and how many looks a second come of it, each kept as evidence.</summary>
internal static class WatchBenchmark
{
    private const int Places = 1_000_000, Looks = 20_000, Leases = 200, AtOnce = 32;

    /// <summary>What issue 8 asks for, in milliseconds and looks a second.</summary>
    private const double FoundWithin = 50, LooksPerSecond = 500;

    private static readonly TimeSpan _held = TimeSpan.FromHours(1), _patience = TimeSpan.FromMinutes(3);

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var data = scratch.File("desk");
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken))
            await first.StopAsync(cancellationToken);
        await using var site = await WatchedSite.StartAsync(cancellationToken);
        var found = await FindAsync(data, site, cancellationToken);
        Progress.Say($"{Looks} looks");
        var rate = await LookAsync(data, site, cancellationToken);
        return new JsonObject
        {
            ["found"] = found.ToJson(),
            ["looksPerSecond"] = Math.Round(rate),
            ["targets"] = new JsonArray(
                Target.Below($"{AtOnce} due of {Places} watched places found and leased, p99, ms", found.P99, FoundWithin),
                Target.AtLeast("looks a second, each with its file of evidence", rate, LooksPerSecond)),
        };
    }

    private static async Task<Latencies> FindAsync(string data, WatchedSite site, CancellationToken cancellationToken)
    {
        await using var desk = Build(data, site, DeskOptions.WebRole);
        await WatchedPlaces.FillAsync(desk.Services, Places, Looks + (Leases * AtOnce), cancellationToken);
        Progress.Say($"{Leases} times what is due");
        var queue = desk.Services.GetRequiredService<WorkQueue>();
        List<double> took = [];
        for (var lease = 0; lease < Leases; lease++)
        {
            var begun = Stopwatch.GetTimestamp();
            var items = await queue.LeaseAsync(WorkLane.Watch, AtOnce, _held, cancellationToken);
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (items.Count != AtOnce)
                throw new InvalidOperationException($"{items.Count} places are due, not {AtOnce}.");
        }

        return new Latencies(took);
    }

    /// <summary>Looks a second, from the first to the last.</summary>
    private static async Task<double> LookAsync(string data, WatchedSite site, CancellationToken cancellationToken)
    {
        await using var desk = Build(data, site, DeskOptions.WorkerRole);
        await desk.StartAsync(cancellationToken);
        var (before, begun) = (await CountAsync(desk, cancellationToken), Stopwatch.GetTimestamp());
        var count = before;
        while (count < Looks && Stopwatch.GetElapsedTime(begun) < _patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellationToken);
            count = await CountAsync(desk, cancellationToken);
        }

        var rate = (count - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await desk.StopAsync(cancellationToken);
        return rate;
    }

    /// <remarks>By the entries of custody, of which the filled desk has none: to count the looks among a million captures would take the processor that is measured.</remarks>
    private static async Task<int> CountAsync(WebApplication desk, CancellationToken cancellationToken)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TerjagaDb>().CustodyEntries.CountAsync(e => e.Act == CustodyAct.Captured, cancellationToken);
    }

    private static WebApplication Build(string data, WatchedSite site, string role)
    {
        var settings = new Dictionary<string, string?>
        {
            [DeskOptions.UrlsKey] = "http://127.0.0.1:0",
            [DeskOptions.DataFolderKey] = data,
            [DeskOptions.RolesKey] = role,
            ["Browser:Program"] = "",
            ["Logging:LogLevel:Default"] = "Error",
        };
        foreach (var (number, line) in site.Lines.Index())
            settings[$"Http:Hosts:{number}"] = line;
        return DeskHost.Build(settings);
    }
}
