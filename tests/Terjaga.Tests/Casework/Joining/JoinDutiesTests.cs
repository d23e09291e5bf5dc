using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Campaigns.Indicators;
using Terjaga.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Joining;

public sealed class JoinDutiesTests(ScratchPostgres postgres)
{
    private const string Offer = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung, hubungi WA 0861-7740-1128";

    private const string Other = "Perawat lansia di Taiwan, kontrak tiga tahun, bahasa tidak perlu, biaya dicicil dari gaji, daftar ke kantor kami";

    [Theory]
    [InlineData(Role.KomdigiOfficer)]
    [InlineData(Role.KomdigiApprover)]
    [InlineData(Role.Administrator)]
    public async Task Cases_are_joined_parted_and_contacts_judged_by_KP2MI_alone(Role role)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var (by, some) = (TestDesk.As(role), Guid.CreateVersion7());
        var cancellationToken = TestContext.Current.CancellationToken;

        Expect.Problem("access.denied", await desk.RunAsync<MergeCases, Result<Done>>(merge => merge.RunAsync(new(by, some, 0, some, 0, "x"), cancellationToken)));
        Expect.Problem("access.denied", await desk.RunAsync<MoveOffers, Result<MoveOffers.Moved>>(move => move.RunAsync(new(by, some, 0, [some], null, "x"), cancellationToken)));
        Expect.Problem("access.denied", await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(new(by, some, "x"), cancellationToken)));
        Expect.Problem("access.denied", await desk.RunAsync<RefuseLink, Result<Done>>(refuse => refuse.RunAsync(new(by, some, "x"), cancellationToken)));
        Expect.Problem("access.denied", await desk.RunAsync<JudgeContact, Result<Done>>(judge => judge.RunAsync(new(by, "phone:+62811", false, "x"), cancellationToken)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_place_that_joins_an_ordered_case_brings_it_back_for_an_order_and_undoing_gives_the_state_back(string database)
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/b"] = $"<p>{Other}</p>";
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var cancellationToken = TestContext.Current.CancellationToken;
        await ReportAsync(desk, null, Offer);
        await desk.WorkAsync();
        await ReportAsync(desk, $"http://{TestSite.Host}/b", null);
        await desk.WorkAsync();
        var ids = await desk.ReadAsync(db => db.CaseFiles.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken));
        await desk.ReadAsync(async db =>
        {
            var file = await db.CaseFiles.SingleAsync(c => c.Id == ids[0], cancellationToken);
            foreach (var kind in new[] { CaseEvents.Verified, CaseEvents.HandedOver, CaseEvents.Ordered })
                db.Events.Add(file.Happen(desk.Clock.GetUtcNow(), kind, Actor.Machine("test")));
            return await db.SaveChangesAsync(cancellationToken);
        });

        var follows = Expect.Value(await desk.RunAsync<PreviewJoin, Result<PreviewJoin.View>>(
            preview => preview.RunAsync(TestDesk.As(Role.Kp2miAnalyst), ids[0], ids[1], cancellationToken)));
        Assert.Equal((ids[1], ids[0], 1, true), (follows.From.Id, follows.Into.Id, follows.NewPlaceCount, follows.ComesBackForOrders));
        Expect.Problem("case.changed", await desk.RunAsync<MergeCases, Result<Done>>(merge => merge.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), ids[1], follows.From.Version, ids[0], follows.Into.Version - 1, "Satu kru."), cancellationToken)));
        Expect.Value(await desk.RunAsync<MergeCases, Result<Done>>(merge => merge.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), ids[1], follows.From.Version, ids[0], follows.Into.Version, "Satu kru."), cancellationToken)));
        Assert.Equal(CaseState.HandedOver, await StateAsync(desk, ids[0]));

        var join = await desk.ReadAsync(db => db.CaseJoins.SingleAsync(cancellationToken));
        Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(new(TestDesk.As(Role.Kp2miApprover), join.Id, "Keliru."), cancellationToken)));
        Assert.Equal(CaseState.Ordered, await StateAsync(desk, ids[0]));
        Assert.Equal(CaseState.New, await StateAsync(desk, ids[1]));
        foreach (var id in ids)
        {
            var kinds = await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(cancellationToken));
            Assert.Equal(await StateAsync(desk, id), kinds.Aggregate(CaseState.New, CaseEvents.Next));
        }
    }

    [Fact]
    public async Task A_contact_that_an_officer_allows_links_nobody_from_then_on()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var cancellationToken = TestContext.Current.CancellationToken;
        Expect.Problem("indicator.invalid", await JudgeAsync(desk, "nomor korban"));
        Expect.Problem("reason.required", await desk.RunAsync<JudgeContact, Result<Done>>(
            judge => judge.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), "phone:+6286177401128", false, " "), cancellationToken)));
        Expect.Value(await JudgeAsync(desk, "0861-7740-1128"));

        await ReportAsync(desk, null, Offer);
        await ReportAsync(desk, null, "Admin kripto Myanmar, kerja malam di depan layar, komisi dolar, berangkat lusa, chat WA 0861-7740-1128 saja");
        await desk.WorkAsync();

        Assert.Equal(2, await desk.ReadAsync(db => db.CaseReports.Select(r => r.CaseFileId).Distinct().CountAsync(cancellationToken)));
        var row = Assert.Single(await desk.RunAsync<ListContacts, IReadOnlyList<ContactRow>>(list => list.RunAsync(cancellationToken)));
        Assert.Equal(("phone:+6286177401128", ContactStanding.Allowed, "Nomor korban."), (row.Key, row.Standing, row.Reason));
    }

    private static Task<Result<Done>> JudgeAsync(TestDesk desk, string contact) => desk.RunAsync<JudgeContact, Result<Done>>(
        judge => judge.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), contact, false, "Nomor korban."), TestContext.Current.CancellationToken));

    private static Task<CaseState> StateAsync(TestDesk desk, Guid id) => desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private static async Task ReportAsync(TestDesk desk, string? link, string? text) => Expect.Value(
        await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(link, text, null, null, [], null), TestContext.Current.CancellationToken)));
}
