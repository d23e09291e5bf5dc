using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Terjaga.Benchmarks.Queue;

/// <summary>The pages an analyst reads all day, on a desk with 100,000 reports.</summary>
internal static partial class QueueBenchmark
{
    private const string QueuePage = "/meja";

    /// <summary>Pages of each measurement.</summary>
    private const int PageCount = 500;

    /// <summary>Officers at once: a shift.</summary>
    private const int ManyClients = 8;

    /// <summary>Pages before anything counts: the first ones compile code.</summary>
    private const int WarmUpCount = 200;

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var data = scratch.File("desk");
        Progress.Say("a desk with one report, an administrator and an analyst");
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken))
        {
            await Analyst.JoinAsync(first, cancellationToken);
            await first.StopAsync(cancellationToken);
        }

        Progress.Say($"copying it to {SeedDesk.ReportCount} reports");
        SeedDesk.Run(data);
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken);
        using var analyst = await Analyst.SignInAsync(desk, cancellationToken);
        var figures = await MeasureAsync(analyst, cancellationToken);
        figures["residentMegabytes"] = desk.ResidentMegabytes;
        await desk.StopAsync(cancellationToken);
        return figures;
    }

    private static async Task<JsonObject> MeasureAsync(HttpClient analyst, CancellationToken cancellationToken)
    {
        var html = await analyst.GetStringAsync(QueuePage, cancellationToken);
        var casePage = CaseLink().Match(html).Groups[1].Value;
        foreach (var page in new[] { QueuePage, casePage })
            await analyst.TimeGetsAsync(page, WarmUpCount, 1, cancellationToken);

        Progress.Say($"queue page, 1 client, then {ManyClients}; then a case");
        var one = await analyst.TimeGetsAsync(QueuePage, PageCount, 1, cancellationToken);
        var many = await analyst.TimeGetsAsync(QueuePage, PageCount, ManyClients, cancellationToken);
        var oneCase = await analyst.TimeGetsAsync(casePage, PageCount, 1, cancellationToken);
        return new JsonObject
        {
            ["reports"] = SeedDesk.ReportCount,
            ["queue1"] = one.ToJson(),
            ["queue8"] = many.ToJson(),
            ["queueBytes"] = Encoding.UTF8.GetByteCount(html),
            ["case1"] = oneCase.ToJson(),
            ["caseBytes"] = Encoding.UTF8.GetByteCount(await analyst.GetStringAsync(casePage, cancellationToken)),
            ["targets"] = new JsonArray(
                Target.Below("queue page p50, ms, 1 client", one.P50, 10),
                Target.Below("queue page p99, ms, 1 client", one.P99, 50)),
        };
    }

    [GeneratedRegex("href=\"(/meja/perkara/[0-9a-f-]+)\"")]
    private static partial Regex CaseLink();
}
