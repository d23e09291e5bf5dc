using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Storage;
using Terjaga.Takedown;
using Terjaga.Takedown.Truth;
using Terjaga.Takedown.Watching;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Truth;

public sealed class RemovalFiguresTests(ScratchPostgres postgres)
{
    private static readonly Actor _by = Actor.Machine("test");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Half_and_nine_of_ten_are_by_rank_and_a_month_of_many_orders_reads_no_more_rows_than_one_of_few(string database)
    {
        // Before the desk opens: a context that nobody listens to does not look again at once.
        using var rows = ReadRows.Begin();
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var recipient = await desk.RecipientAsync(TestSite.Host);
        var campaign = Guid.CreateVersion7();
        await PlantAsync(desk, recipient, campaign, 100);

        var planted = rows.Count;
        var row = Assert.Single(Expect.Value(await MonthAsync(desk)).Recipients);
        var few = rows.Count - planted;
        Assert.Equal((100, 50, 90, 10), (row.Sent, row.Acknowledged, row.Gone, row.Unknown));
        Assert.Equal((TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(81)), (row.ToSeenGone, row.ToSeenGoneNine));
        Assert.Equal((TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(90)), (row.ToAcknowledged, row.ToAcknowledgedNine));
        Assert.Equal((0.9, 90, 0), (row.GoneShare, row.StillGoneWeek, row.StillGoneMonth));
        Assert.Null(row.ToDecision);

        await PlantAsync(desk, recipient, Guid.CreateVersion7(), 1_000);
        var before = rows.Count;
        Assert.Equal(1_100, Expect.Value(await MonthAsync(desk)).All.Sent);
        Assert.Equal(few, rows.Count - before);
        Assert.InRange(few, 1, 20);
        Assert.Equal(100, (await desk.ReadAsync(db => new RemovalFigures(db).OfCaseAsync(campaign, Stop))).All.Sent);
    }

    [Fact]
    public async Task The_clock_of_an_order_names_each_time_and_leaves_out_what_did_not_happen()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        site.Pages["/a"] = "<p>Lowongan kerja Kamboja</p>";
        var id = await desk.OfferAsync("Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu", $"http://{TestSite.Host}/a");
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        Expect.Value(await desk.DraftAsync(id, await desk.RecipientAsync(TestSite.Host)));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();

        var clock = Assert.Single(await ClocksAsync(desk, id));
        DateTimeOffset?[] times = [clock.ReportedAt, clock.DecidedAt, clock.DraftedAt, clock.SignedAt, clock.SentAt];
        Assert.DoesNotContain(null, times);
        Assert.Equal(times.Order(), times);
        Assert.Equal((null, null, null, null), (clock.AcknowledgedAt, clock.SeenGoneAt, clock.ConfirmedGoneAt, clock.CameBackAt));
        Assert.False(clock.HasStayedWeek);
        Expect.Problem("access.denied", await desk.RunAsync<ReadCampaignRemovals, Result<ReadCampaignRemovals.View>>(read => read.RunAsync(TestDesk.As(Role.Administrator), id, Stop)));
        var figures = Expect.Value(await desk.RunAsync<ReadCampaignRemovals, Result<ReadCampaignRemovals.View>>(read => read.RunAsync(TestDesk.As(Role.KomdigiOfficer), id, Stop)));
        Assert.Equal(1, figures.All.There);
        Assert.Equal(clock.DecidedAt - clock.ReportedAt, figures.All.ToDecision);
    }

    private static Task<IReadOnlyList<ReadOrderClocks.Row>> ClocksAsync(TestDesk desk, Guid id) =>
        desk.RunAsync<ReadOrderClocks, IReadOnlyList<ReadOrderClocks.Row>>(read => read.RunAsync(TestDesk.As(Role.KomdigiOfficer), id, Stop));

    /// <summary>Of each ten nine go, after so many minutes, and stay away for eight days; of each two one is acknowledged, after so many seconds.</summary>
    private static async Task PlantAsync(TestDesk desk, Guid recipient, Guid campaign, int count)
    {
        var now = desk.Clock.GetUtcNow();
        await desk.ReadAsync(async db =>
        {
            var isTest = await db.Recipients.Where(r => r.Id == recipient).Select(r => r.IsTest).SingleAsync(Stop);
            var orders = Enumerable.Range(1, count).Select(i =>
            {
                var order = Order.Draft(campaign, Guid.CreateVersion7(), recipient, Guid.CreateVersion7(), new LegalReview(null, null), Guid.CreateVersion7(), now, isTest);
                order.Happen(now, OrderEvents.Signed, _by);
                order.Send(now, TimeSpan.FromHours(24), _by, now, how: null);
                if (i % 2 == 0)
                    order.Acknowledge(now.AddSeconds(i));
                if (i > count * 9 / 10)
                {
                    order.LookedAt(now.AddMinutes(1), WatchedState.Unreachable);
                    return order;
                }

                order.SeeGone(now.AddMinutes(i), _by);
                order.ConfirmGone(now.AddMinutes(i).AddHours(6), _by);
                order.LookedAt(now.AddDays(8).AddMinutes(i), WatchedState.Gone);
                return order;
            }).ToList();
            await db.TogetherAsync(() => db.InsertAllAsync(orders, Stop), Stop);
            return 0;
        });
    }

    private static Task<Result<ReadRemovals.View>> MonthAsync(TestDesk desk) =>
        desk.RunAsync<ReadRemovals, Result<ReadRemovals.View>>(read => read.RunAsync(new(TestDesk.As(Role.Auditor), "2026-11"), Stop));
}
