using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Intake;

/// <summary>
/// Durable intake of reports, beside what the disk, the web server and PostgreSQL allow: all in one run, so that the
/// ratios mean something where the absolute figures depend on the hour.
/// </summary>
internal static class IntakeBenchmark
{
    /// <summary>Seconds of load before anything counts: the first seconds compile code.</summary>
    public const int WarmUpSeconds = 10;

    /// <summary>Seconds of each measured load.</summary>
    public const int Seconds = 10;

    /// <summary>Everybody at once: as many connections as the desk promises to bear.</summary>
    private const int CrowdClients = 10_000;

    private const int CrowdSeconds = 20;

    /// <summary>Clients at once: an ordinary hour, and a crowded one.</summary>
    public static readonly int[] Clients = [16, 64];

    /// <summary>Parts of one run, in the order in which they are measured.</summary>
    private sealed record Parts(
        DiskSync.Figures Disk, Wrk.Figures Bare, Wrk.Figures WithoutStorage, Wrk.Figures Few, Wrk.Figures Many,
        StoredReports.Figures Stored, Latencies Wait, Wrk.Figures Crowd, StoredReports.Figures CrowdStored);

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        Wrk.Require();
        using var scratch = new ScratchFolder();
        var texts = scratch.File("texts");
        await File.WriteAllLinesAsync(texts, ReportTexts.All, cancellationToken);
        var wrk = new Wrk(texts);
        var json = ToJson(await MeasureAsync(scratch, wrk, cancellationToken));
        if (PostgresCluster.IsInstalled)
            json["postgres"] = await PostgresIntake.MeasureAsync(scratch, wrk, cancellationToken);
        else
            json["leftOut"] = "postgres: PostgreSQL is not installed (Debian: apt-get install postgresql)";
        return json;
    }

    private static async Task<Parts> MeasureAsync(ScratchFolder scratch, Wrk wrk, CancellationToken cancellationToken)
    {
        var data = scratch.File("desk");
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken))
            await first.StopAsync(cancellationToken);

        Progress.Say("one by one: append and fdatasync");
        var disk = DiskSync.Measure(scratch.File("sync"));
        Progress.Say("web server alone, then the desk without storage, 16 clients");
        var bare = await LoadOwnAsync(Servers.Bare, data, wrk, cancellationToken);
        var withoutStorage = await LoadOwnAsync(Servers.WithoutStorage, data, wrk, cancellationToken);

        long acknowledged;
        Wrk.Figures few, many;
        await using (var desk = await ServerProcess.StartDeskAsync(data, cancellationToken))
        {
            Progress.Say("desk on SQLite, 16 clients, then 64");
            var warmUp = await wrk.RunAsync(desk, Clients[0], WarmUpSeconds, cancellationToken);
            few = await wrk.RunAsync(desk, Clients[0], Seconds, cancellationToken);
            many = await wrk.RunAsync(desk, Clients[1], Seconds, cancellationToken);
            acknowledged = warmUp.Requests + few.Requests + many.Requests - warmUp.Non2xx - few.Non2xx - many.Non2xx;
            await desk.StopAsync(cancellationToken);
        }

        var stored = StoredReports.Count(data, acknowledged);
        var (wait, crowd, crowdStored) = await MeasureFreshAsync(scratch.File("fresh"), wrk, cancellationToken);
        return new Parts(disk, bare, withoutStorage, few, many, stored, wait, crowd, crowdStored);
    }

    private static async Task<(Latencies Wait, Wrk.Figures Crowd, StoredReports.Figures Stored)> MeasureFreshAsync(
        string data, Wrk wrk, CancellationToken cancellationToken)
    {
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken);
        Progress.Say("from receipt to queue, 20 reports a second");
        var wait = await ReporterWait.MeasureAsync(desk.Address, cancellationToken);
        Progress.Say($"{CrowdClients} connections");
        var crowd = await wrk.RunAsync(desk, CrowdClients, CrowdSeconds, cancellationToken);
        await desk.StopAsync(cancellationToken);
        return (wait, crowd, StoredReports.Count(data, crowd.Requests - crowd.Non2xx + ReporterWait.Count));
    }

    private static async Task<Wrk.Figures> LoadOwnAsync(string verb, string data, Wrk wrk, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartOwnAsync(verb, data, cancellationToken);
        await wrk.RunAsync(server, Clients[0], WarmUpSeconds, cancellationToken);
        var figures = await wrk.RunAsync(server, Clients[0], Seconds, cancellationToken);
        await server.StopAsync(cancellationToken);
        return figures;
    }

    private static JsonObject ToJson(Parts parts) => new()
    {
        ["fdatasync"] = parts.Disk.ToJson(),
        ["webServerAlone16"] = parts.Bare.ToJson(),
        ["withoutStorage16"] = parts.WithoutStorage.ToJson(),
        ["sqlite16"] = parts.Few.ToJson(),
        ["sqlite64"] = parts.Many.ToJson(),
        ["sqliteStored"] = parts.Stored.ToJson(),
        ["receiptToQueue"] = parts.Wait.ToJson(),
        ["crowd10000"] = parts.Crowd.ToJson(),
        ["crowdStored"] = parts.CrowdStored.ToJson(),
        ["targets"] = IntakeTargets.Compare(
            parts.Disk.PerSecond, parts.WithoutStorage, parts.Few, parts.Many, parts.Wait, parts.Crowd,
            parts.Stored.Lost + parts.CrowdStored.Lost),
    };
}
