using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Danger;
using Terjaga.Casework.Joining;
using Terjaga.Takedown;
using Terjaga.Tests.Takedown;

namespace Terjaga.Tests.Casework.Danger;

public sealed class DangerHoldTests(ScratchPostgres postgres)
{
    private const string Offer = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task No_order_is_drafted_or_signed_until_an_officer_for_people_in_danger_has_answered(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(database, site);
        var id = await HandedOverAsync(desk);
        await SendAtPlaceAsync(desk);
        var file = await DangerReports.OneAsync(desk);

        Expect.Problem("danger.hold", await DraftAsync(desk, id));
        Expect.Value(await DangerReports.StepAsync(desk, file.ReportId, DangerStep.Wait, until: desk.Clock.GetUtcNow().AddDays(1).ToOffset(TimeSpan.FromHours(7))));
        Expect.Problem("danger.hold", await DraftAsync(desk, id));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        Expect.Problem("danger.hold", await DraftAsync(desk, id));
        Assert.Equal(HoldState.Open, Assert.Single((await HeldAsync(desk, id)).Files).Hold);
        Expect.Value(await DangerReports.StepAsync(desk, file.ReportId, DangerStep.Release));
        Expect.Value(await DraftAsync(desk, id));

        await SendAtPlaceAsync(desk, " lagi");
        Expect.Problem("danger.hold", await SignAsync(desk, id));
        foreach (var held in (await HeldAsync(desk, id)).Files)
            Expect.Value(await DangerReports.StepAsync(desk, held.ReportId, DangerStep.Release));
        Expect.Value(await SignAsync(desk, id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_order_that_was_read_before_danger_joined_or_was_held_is_refused_as_changed(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(database, site);
        var id = await HandedOverAsync(desk);
        var before = await VersionAsync(desk, id);
        await SendAtPlaceAsync(desk);
        var joined = await VersionAsync(desk, id);
        var file = await DangerReports.OneAsync(desk);
        Expect.Value(await DangerReports.StepAsync(desk, file.ReportId, DangerStep.Release));
        var released = await VersionAsync(desk, id);
        Expect.Value(await DangerReports.StepAsync(desk, file.ReportId, DangerStep.Wait));

        Assert.True(before < joined && joined < released && released < await VersionAsync(desk, id));
        Expect.Problem("case.changed", await DraftAsync(desk, id, released));
        Expect.Problem("danger.hold", await DraftAsync(desk, id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_hold_comes_along_with_its_report_through_merging_undoing_and_splitting(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(database, site);
        var id = await HandedOverAsync(desk);
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        await desk.WorkAsync();
        var file = await DangerReports.OneAsync(desk);
        var other = await CaseOfAsync(desk, file.ReportId);
        Assert.NotEqual(id, other);
        Assert.Empty((await HeldAsync(desk, id)).Files);

        await MergeAsync(desk, other, id);
        Expect.Problem("danger.hold", await DraftAsync(desk, id));
        var join = await desk.ReadAsync(db => db.CaseJoins.SingleAsync());
        Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(new(TestDesk.As(Role.Kp2miApprover), join.Id, "Keliru."), TestContext.Current.CancellationToken)));
        Assert.Empty((await HeldAsync(desk, id)).Files);
        Assert.Single((await HeldAsync(desk, other)).Files);

        await MergeAsync(desk, other, id);
        var split = Expect.Value(await desk.RunAsync<MoveOffers, Result<MoveOffers.Moved>>(async move => await move.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), id, await VersionAsync(desk, id), [other], null, "Bukan kru ini."), TestContext.Current.CancellationToken)));
        Assert.Single((await HeldAsync(desk, split.CaseFileId)).Files);
        Expect.Value(await DraftAsync(desk, id));
    }

    [Fact]
    public async Task Parting_the_report_frees_no_place_at_which_somebody_may_be_found()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync("sqlite", site);
        var id = await HandedOverAsync(desk);
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        await desk.WorkAsync();
        var file = await DangerReports.OneAsync(desk);
        Assert.Empty((await HeldAsync(desk, id)).Files);

        // As though the report had shown the same place, and its case were another one.
        var place = await desk.ReadAsync(db => db.CaseReports.Where(r => r.CaseFileId == id).Select(r => r.ItemId).SingleAsync());
        await desk.ReadAsync(db => db.CaseReports.Where(r => r.ReportId == file.ReportId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ItemId, place)));

        Assert.Single((await HeldAsync(desk, id)).Files);
        Expect.Problem("danger.hold", await DraftAsync(desk, id));
    }

    private static async Task<TestDesk> OpenAsync(string database, ScratchPostgres postgres, TestSite site)
    {
        site.Pages.TryAdd("/a", $"<p>{Offer}</p>");
        return await TestDesk.OpenAsync(database, postgres, site.Settings);
    }

    private Task<TestDesk> OpenAsync(string database, TestSite site) => OpenAsync(database, postgres, site);

    private static async Task<Guid> HandedOverAsync(TestDesk desk)
    {
        var id = await DecideCaseTests.OpenAsync(desk, $"http://{TestSite.Host}/a");
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miApprover, 1, CaseStep.HandOver));
        await OrderTests.RecipientAsync(desk, isEnabled: true);
        return id;
    }

    private static async Task SendAtPlaceAsync(TestDesk desk, string more = "")
    {
        await DangerReports.SendAsync(desk, DangerReports.Captive + more, $"http://{TestSite.Host}/a");
        await desk.WorkAsync();
    }

    private static async Task<Result<DraftOrders.Drafted>> DraftAsync(TestDesk desk, Guid id, int? version = null)
    {
        var known = version ?? await VersionAsync(desk, id);
        var recipient = await desk.ReadAsync(db => db.Recipients.Select(r => r.Id).SingleAsync());
        var bases = await desk.RunAsync<ListLegalBases, IReadOnlyList<ListLegalBases.Row>>(list => list.RunAsync(TestContext.Current.CancellationToken));
        return await desk.RunAsync<DraftOrders, Result<DraftOrders.Drafted>>(draft => draft.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), id, known, recipient, bases.Single(b => b.Deadline == TimeSpan.FromHours(24)).Id, "Tanda bahaya."),
            TestContext.Current.CancellationToken));
    }

    private static async Task<Result<SignOrders.Signed>> SignAsync(TestDesk desk, Guid id)
    {
        var version = await VersionAsync(desk, id);
        return await desk.RunAsync<SignOrders, Result<SignOrders.Signed>>(sign => sign.RunAsync(
            new(TestDesk.As(Role.KomdigiApprover), id, version, "Sudah tepat."), TestContext.Current.CancellationToken));
    }

    private static async Task MergeAsync(TestDesk desk, Guid from, Guid into)
    {
        // A case that is undecided joins one that is handed over.
        var (version, other) = (await VersionAsync(desk, from), await VersionAsync(desk, into));
        Expect.Value(await desk.RunAsync<MergeCases, Result<Done>>(merge => merge.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), from, version, into, other, "Satu kru."), TestContext.Current.CancellationToken)));
    }

    private static Task<ReadDanger.Held> HeldAsync(TestDesk desk, Guid id) =>
        desk.RunAsync<ReadDanger, ReadDanger.Held>(read => read.OfCaseAsync(id, TestContext.Current.CancellationToken));

    private static Task<int> VersionAsync(TestDesk desk, Guid id) => desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.Version).SingleAsync());

    private static Task<Guid> CaseOfAsync(TestDesk desk, Guid report) => desk.ReadAsync(db => db.CaseReports.Where(r => r.ReportId == report).Select(r => r.CaseFileId).SingleAsync());
}
