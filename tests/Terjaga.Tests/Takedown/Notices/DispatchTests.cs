using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown;
using Terjaga.Takedown.Notices;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Notices;

/// <summary>Signing makes one letter for many orders of one recipient.</summary>
public sealed class DispatchTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_decision_on_many_places_becomes_letters_of_at_most_five_hundred_with_numbers_that_follow_each_other(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
        var id = await HandedOverAsync(desk, site);
        await PlantAsync(desk, id, 1_203);
        var (one, other) = (await desk.RecipientAsync(TestSite.Host), await desk.RecipientAsync(CaseWalk.OtherHost));

        Assert.Equal(1_203, Expect.Value(await desk.DraftAsync(id, other)).Count);
        Assert.Equal(1, Expect.Value(await desk.DraftAsync(id, one)).Count);
        Assert.Equal(1_204, Expect.Value(await desk.SignAsync(id)).Count);

        var letters = await desk.ReadAsync(db => db.Dispatches.AsNoTracking().OrderBy(d => d.LetterCount).ToListAsync(Stop));
        Assert.Equal([1, 2, 3, 4], letters.Select(d => d.LetterCount));
        Assert.All(letters, d => Assert.Equal($"{d.LetterCount}/TERJAGA/XI/2026", d.Number));
        var orders = await desk.OrdersAsync();
        Assert.All(orders, o => Assert.Equal((OrderState.Signed, 2), (o.State, o.Version)));
        Assert.Equal([1, 203, 500, 500], orders.GroupBy(o => o.DispatchId).Select(same => same.Count()).Order());
        Assert.Equal(letters.Select(d => d.Id).Order(), await SubjectsAsync(desk, SendNoticeJob.Kind));
        Assert.Equal(1_204, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == OrderEvents.Drafted && e.Reason == "Tanda bahaya." && e.Ministry == "komdigi", Stop)));
        Assert.Equal(1_204, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == OrderEvents.Signed && e.LegalBasisId != null && e.Reason == "Tepat.", Stop)));
        Assert.Equal(1_204, (await SubjectsAsync(desk, CaptureAgainJob.Kind)).Distinct().Count());
        Assert.Equal(CaseState.Ordered, (await desk.FileAsync(id)).State);
        Expect.Problem("order.nothing-to-order", await DraftAgainAsync(desk, id, other));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_who_draft_at_once_order_each_place_once_and_a_refused_signature_takes_no_number(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var id = await HandedOverAsync(desk, site);
        var recipient = await desk.RecipientAsync(TestSite.Host);
        await Task.WhenAll(desk.DraftAsync(id, recipient), desk.DraftAsync(id, recipient));
        Assert.Single(await desk.OrdersAsync());

        await desk.ReadAsync(async db =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.TogetherAsync(
                async () =>
                {
                    Assert.Equal(1, await db.TakeLettersAsync(desk.Clock.GetUtcNow(), 7, Stop));
                    throw new InvalidOperationException();
                },
                Stop));
            return 0;
        });
        var signed = await Task.WhenAll(desk.SignAsync(id), desk.SignAsync(id));

        Assert.Equal(1, signed.Count(result => result.TryGet(out _, out _)));
        Assert.Equal(1, await desk.ReadAsync(db => db.Dispatches.Select(d => d.LetterCount).SingleAsync(Stop)));
    }

    [Fact]
    public async Task The_index_that_orders_a_place_once_refuses_a_row_of_many_and_then_none_is_stored()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await desk.ReadAsync(async db =>
        {
            Guid item = Guid.CreateVersion7(), recipient = Guid.CreateVersion7();
            var twice = new[] { 1, 2 }.Select(_ => Order.Draft(item, item, recipient, item, new LegalReview(null, null), item, desk.Clock.GetUtcNow()));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.TogetherAsync(() => db.InsertAllAsync(twice, Stop), Stop));
            return 0;
        });

        Assert.Empty(await desk.OrdersAsync());
    }

    [Fact]
    public void The_number_of_a_letter_names_the_month_and_year_of_western_Indonesia()
    {
        Assert.Equal("1/TERJAGA/I/2027", LetterNumber.Say(1, new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero)));
        Assert.Equal("1234/TERJAGA/XII/2026", LetterNumber.Say(1_234, new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Work_and_orders_of_an_earlier_version_get_a_letter_of_their_own()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var id = await HandedOverAsync(desk, site);
        Expect.Value(await desk.DraftAsync(id, await desk.RecipientAsync(TestSite.Host)));
        Expect.Value(await desk.SignAsync(id));
        var order = Assert.Single(await desk.OrdersAsync());
        await desk.ReadAsync(async db =>
        {
            await db.Dispatches.ExecuteDeleteAsync(Stop);
            await db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.DispatchId, (Guid?)null), Stop);
            return await db.Work.Where(w => w.Kind == SendNoticeJob.Kind).ExecuteUpdateAsync(set => set.SetProperty(w => w.SubjectId, order.Id), Stop);
        });

        await desk.WorkAsync();

        var sent = Assert.Single(await desk.OrdersAsync());
        Assert.Equal(OrderState.Sent, sent.State);
        Assert.Equal($"{sent.DispatchId:D}", Assert.Single(site.Calls).Id);
    }

    internal static async Task<Guid> HandedOverAsync(TestDesk desk, TestSite site)
    {
        site.Pages["/a"] = "<p>Lowongan kerja Kamboja</p>";
        var id = await DecideCaseTests.OpenAsync(desk, $"http://{TestSite.Host}/a");
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        return id;
    }

    /// <summary>More places of the other host, as reports of the case.</summary>
    internal static async Task PlantAsync(TestDesk desk, Guid id, int count, int seed = 0)
    {
        var now = desk.Clock.GetUtcNow();
        List<Item> items = [.. Enumerable.Range(0, count).Select(i => Item.Find(WebAddress.FromStorage($"http://{CaseWalk.OtherHost}/{seed}-{i}"), now))];
        await desk.ReadAsync(async db =>
        {
            var report = await db.CaseReports.AsNoTracking().SingleAsync(r => r.CaseFileId == id, Stop);
            await db.TogetherAsync(
                async () =>
                {
                    await db.InsertAllAsync(items, Stop);
                    foreach (var item in items)
                    {
                        await db.Database.ExecuteSqlAsync(
                            $"""
                            INSERT INTO case_reports (report_id, case_file_id, offer_id, rank, stands_apart, item_id, filed_at, is_danger, words)
                            SELECT {item.Id}, case_file_id, offer_id, rank, stands_apart, {item.Id}, filed_at, is_danger, '' FROM case_reports WHERE report_id = {report.ReportId}
                            """, Stop);
                    }
                },
                Stop);
            return 0;
        });
    }

    private static async Task<Result<DraftOrders.Drafted>> DraftAgainAsync(TestDesk desk, Guid id, Guid recipient)
    {
        await desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CaseState.UnderReview), Stop));
        return await desk.DraftAsync(id, recipient);
    }

    private static Task<List<Guid>> SubjectsAsync(TestDesk desk, string kind) =>
        desk.ReadAsync(db => db.Work.Where(w => w.Kind == kind).OrderBy(w => w.SubjectId).Select(w => w.SubjectId).ToListAsync(Stop));
}
