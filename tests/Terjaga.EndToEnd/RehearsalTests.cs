using System.Globalization;
using System.Text.Json.Nodes;

namespace Terjaga.EndToEnd;

/// <summary>Nothing lost, nothing twice: the whole way on real texts, with the power cut again and again.</summary>
public sealed class RehearsalTests(ScratchPostgres postgres, ITestOutputHelper output) : IClassFixture<ScratchPostgres>
{
    /// <summary>Most kills of one rehearsal.</summary>
    private const int Kills = 2;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    /// <summary>The desk lives for up to this many times as long as it took to start, so that a slow machine comes forward too.</summary>
    private const double LongestLife = 2.5;

    [Theory]
    [InlineData("sqlite", 18, Kills)]
    [InlineData("postgres", 36, 1)]
    public async Task Every_report_comes_to_a_known_end_though_the_desk_is_killed_again_and_again(string database, int every, int kills)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var cases = RehearsalCase.Read().Where((_, number) => number % every == 0).ToList();
        var port = new DeskPort();
        await using var platform = new Platform([.. cases.Select(c => c.Text)], port.Address);
        var settings = Rehearsal.Settings(platform);
        if (database == "postgres")
            settings["Database__ConnectionString"] = await postgres.CreateDatabaseAsync(cancellationToken);
        await platform.StartAsync(cancellationToken);
        await using var desk = new DeskProcess(settings, port.Number);
        await (database == "postgres" ? desk.StartAsync(cancellationToken) : desk.StartStaffedAsync(cancellationToken));
        await using var worker = desk.NewWorker();
        if (database == "postgres")
            await worker.StartAsync(cancellationToken);
        using var rehearsal = new Rehearsal(desk, cases);
        await rehearsal.PrepareAsync(platform, cancellationToken);

        var began = TimeProvider.System.GetTimestamp();
        var killing = KillAgainAndAgainAsync(desk, kills, cancellationToken);
        try
        {
            await Task.WhenAll(
                killing,
                rehearsal.ReportAllAsync(cancellationToken),
                rehearsal.WorkUntilAllIsKnownAsync(_patience, cancellationToken));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{killing.Exception}\nThe desk said last:\n{desk.LastSaid}", exception);
        }

        await rehearsal.WorkUntilAllIsKnownAsync(_patience, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);

        var all = await rehearsal.ReadAllAsync(cancellationToken);
        AssertEveryReportIsThereOnce(cases.Count, all);
        AssertEveryNoticeWasSentOnce(platform, all);
        AssertStatesAreWhatTheirEventsMake(all);
        await AssertReceiptsAnswerTrulyAsync(rehearsal, all, cancellationToken);
        var work = await rehearsal.WorkAsync(cancellationToken);
        Assert.Empty(work["stopped"]!.AsArray());
        output.WriteLine(Summary(database, cases.Count, all, platform, kills, took));
    }

    private static async Task KillAgainAndAgainAsync(DeskProcess desk, int kills, CancellationToken cancellationToken)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(desk.StartTook * (LongestLife * Random.Shared.NextDouble()), cancellationToken);
            await desk.KillAsync();
            await desk.StartAsync(cancellationToken);
        }
    }

    private static void AssertEveryReportIsThereOnce(int acknowledged, IReadOnlyList<JsonNode> all)
    {
        var reports = all.SelectMany(view => view["case"]!["reports"]!.AsArray()).Select(r => (string)r!["id"]!).ToList();
        Assert.Equal(acknowledged, reports.Count);
        Assert.Equal(acknowledged, reports.Distinct().Count());
        var places = all.SelectMany(view => view["case"]!["items"]!.AsArray()).Select(i => (string)i!["address"]!).ToList();
        Assert.Equal(acknowledged, places.Distinct().Count());
        Assert.Equal(acknowledged, places.Count);
    }

    /// <remarks>What was repeated after a kill carries the same identity, and the receiver counts it once.</remarks>
    private static void AssertEveryNoticeWasSentOnce(Platform platform, IReadOnlyList<JsonNode> all)
    {
        var orders = Orders(all).Select(o => (string)o["id"]!).Order().ToList();
        Assert.Equal(orders, platform.Told.Keys.Order());
        Assert.All(platform.Told.Values, letters => Assert.Equal(1, letters));
        Assert.Equal(all.SelectMany(view => view["dispatches"]!.AsArray()).Select(d => (string)d!["id"]!).Order(), platform.Deliveries.Keys.Order());
        Assert.Equal(0, platform.Forged);
        Assert.True(platform.Deliveries.Values.Sum() <= orders.Count + Kills * 8, "More repetitions than kills can explain.");
    }

    private static void AssertStatesAreWhatTheirEventsMake(IReadOnlyList<JsonNode> all)
    {
        foreach (var view in all)
        {
            var sent = view["events"]!.AsArray().Count(e => (string)e!["kind"]! == "order.sent");
            var signed = view["events"]!.AsArray().Count(e => (string)e!["kind"]! == "order.signed");
            Assert.Equal(signed, sent);
            Assert.Equal(view["orders"]!.AsArray().Count, signed);
            Assert.All(view["events"]!.AsArray(), e => Assert.NotEmpty((string)e!["actor"]!));
        }
    }

    private static async Task AssertReceiptsAnswerTrulyAsync(
        Rehearsal rehearsal, IReadOnlyList<JsonNode> all, CancellationToken cancellationToken)
    {
        foreach (var view in all)
        {
            var gone = view["orders"]!.AsArray().Count(o => (string)o!["state"]! == "ConfirmedGone");
            var ordered = view["orders"]!.AsArray().Count;
            var expected = ordered switch
            {
                0 => "closed",
                _ when gone == ordered => "gone",
                _ when gone > 0 => "partly-gone",
                _ when (bool)view["case"]!["isDanger"]! => "danger-help",
                _ => "ordered",
            };
            foreach (var item in view["case"]!["items"]!.AsArray())
            {
                var number = Rehearsal.NumberOf((string)item!["address"]!);
                Assert.Equal(expected, await rehearsal.StateBehindReceiptAsync(number, cancellationToken));
            }
        }
    }

    private static IEnumerable<JsonNode> Orders(IReadOnlyList<JsonNode> all) =>
        all.SelectMany(view => view["orders"]!.AsArray()).Select(o => o!);

    private static string Summary(
        string database, int reports, IReadOnlyList<JsonNode> all, Platform platform, int kills, TimeSpan took)
    {
        var orders = Orders(all).ToList();
        int In(string state) => orders.Count(o => (string)o["state"]! == state);
        return string.Create(CultureInfo.InvariantCulture, $"""
            | database | reports | cases | dismissed | orders | confirmed gone | refused | silent and late | notices, distinct / delivered | kills | seconds |
            | {database} | {reports} | {all.Count} | {all.Count(v => (string)v["case"]!["state"]! == "Dismissed")} | {orders.Count} | {In("ConfirmedGone")} | {In("Refused")} | {orders.Count(o => Platform.MannerOf(Rehearsal.NumberOf((string)o["address"]!)) == Platform.Manner.IsSilent && o["lateAt"] is not null)} | {platform.Deliveries.Count} / {platform.Deliveries.Values.Sum()} | {kills} | {took.TotalSeconds:F0} |
            """);
    }
}
