using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Joining;

/// <summary>Whatever was joined, moved and parted: what is undone is as though it had never been.</summary>
public sealed class UndoPropertyTests(ScratchPostgres postgres)
{
    private const int OfferCount = 7;

    private static readonly string[] _offers =
    [
        "Lowongan kerja pabrik kaca di Malaysia, lulusan apa saja, berangkat pekan depan tanpa biaya",
        "Perawat lansia untuk keluarga di Taiwan, usia tiga puluhan, bahasa tidak perlu, kontrak tiga tahun",
        "Kapal penangkap ikan mencari awak, pengalaman tidak perlu, gaji dolar, paspor diuruskan",
        "Pemetik apel musim panas, tiket pulang pergi, kamar berdua, kerja enam jam saja",
        "Operator judi daring Myanmar, bonus besar, komputer disediakan, hubungi admin malam ini",
        "Tukang las bersertifikat untuk galangan kapal, makan tiga kali, mess dekat kantor",
        "Pelayan rumah makan Indonesia di Jepang, ramah dan rapi, tunjangan bahasa, magang dulu",
    ];

    [Theory]
    [InlineData("sqlite", 25, false)]
    [InlineData("postgres", 8, false)]
    [InlineData("sqlite", 12, true)]
    [InlineData("postgres", 5, true)]
    public async Task Undoing_every_step_in_any_order_restores_each_report_rank_and_state_exactly(string database, int runs, bool isDecided)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        for (var offer = 0; offer < OfferCount; offer++)
        {
            site.Pages[$"/{offer}"] = $"<p>{_offers[offer]}</p>";
            await ReportAsync(desk, _offers[offer], isDecided ? $"http://{TestSite.Host}/{offer}" : null);
        }

        await desk.WorkAsync();
        if (isDecided)
            await DecideAsync(desk);
        var before = await SnapshotAsync(desk);
        Assert.Equal(OfferCount, before.Split('\n').Select(line => line.Split(' ')[1]).Distinct().Count());

        for (var run = 0; run < runs; run++)
        {
            var random = new Random(run);
            for (var step = 0; step < 8; step++)
                await StepAsync(desk, random);
            // One more report comes to an offer that sits elsewhere now: it goes home with it.
            if (run == 3)
                await ReportAsync(desk, _offers[2]);
            await desk.WorkAsync();
            var open = await OpenJoinsAsync(desk);
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(open));
            foreach (var join in open)
                Expect.Value(await UndoAsync(desk, join));
            await desk.WorkAsync();
            if (run != 3)
                Assert.Equal(before, await SnapshotAsync(desk));
            else
                before = await SnapshotAsync(desk);
            Assert.Equal(OfferCount, before.Split('\n').Select(line => line.Split(' ')[1]).Distinct().Count());
        }
    }

    [Fact]
    public async Task Undoing_one_step_is_as_though_the_others_had_been_done_without_it()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        foreach (var offer in _offers)
            await ReportAsync(desk, offer);
        await desk.WorkAsync();
        var ids = await desk.ReadAsync(db => db.CaseFiles.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());

        await MergeAsync(desk, ids[1], ids[0]);
        await MergeAsync(desk, ids[3], ids[2]);
        await MergeAsync(desk, ids[2], ids[0]);
        await MergeAsync(desk, ids[0], ids[4]);
        var second = (await desk.ReadAsync(db => db.CaseJoins.OrderBy(j => j.Id).Skip(2).FirstAsync())).Id;
        Expect.Value(await UndoAsync(desk, second));

        var cases = await desk.ReadAsync(db => db.CaseReports.OrderBy(r => r.ReportId).Select(r => r.CaseFileId).ToListAsync());
        Assert.Equal([ids[4], ids[4], ids[2], ids[2], ids[4], ids[5], ids[6]], cases);
        Expect.Problem("join.undone", await UndoAsync(desk, second));
    }

    /// <summary>Two verified, one dismissed, one with drafts, one ordered; the others wait for KP2MI.</summary>
    private static async Task DecideAsync(TestDesk desk)
    {
        var ids = await desk.ReadAsync(db => db.CaseFiles.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        var recipient = await desk.RecipientAsync(TestSite.Host);
        foreach (var id in new[] { ids[0], ids[1], ids[3], ids[4] })
            await desk.TakeAllAsync(id, CaseStep.Verify);
        await desk.TakeAllAsync(ids[2], CaseStep.Dismiss);
        foreach (var id in new[] { ids[3], ids[4] })
        {
            await desk.TakeAllAsync(id, CaseStep.HandOver);
            Expect.Value(await desk.DraftAsync(id, recipient));
        }

        Expect.Value(await desk.SignAsync(ids[4]));
        await desk.WorkAsync();
    }

    private static async Task StepAsync(TestDesk desk, Random random)
    {
        var roots = await desk.ReadAsync(db => db.CaseReports.Select(r => r.CaseFileId).Distinct().OrderBy(id => id).ToListAsync());
        switch (random.Next(4))
        {
            case 0 or 1 when roots.Count > 1:
                var pair = random.GetItems(roots.ToArray(), 2);
                await MergeAsync(desk, pair[0], pair[1]);
                break;
            case 2:
                await MoveAsync(desk, random, roots, random.Next(2) == 0 ? null : roots[random.Next(roots.Count)]);
                break;
            case 3 when await OpenJoinsAsync(desk) is { Count: > 0 } open:
                await UndoAsync(desk, open[random.Next(open.Count)]);
                break;
        }
    }

    private static async Task MoveAsync(TestDesk desk, Random random, List<Guid> roots, Guid? into)
    {
        var from = roots[random.Next(roots.Count)];
        var offers = await desk.ReadAsync(db => db.CaseReports.Where(r => r.CaseFileId == from).Select(r => r.OfferId).Distinct().OrderBy(id => id).ToListAsync());
        var version = await VersionAsync(desk, from);
        await desk.RunAsync<MoveOffers, Result<MoveOffers.Moved>>(move => move.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), from, version, [.. offers.Take(1 + random.Next(offers.Count))], into, "Latihan."), TestContext.Current.CancellationToken));
    }

    private static async Task MergeAsync(TestDesk desk, Guid from, Guid into)
    {
        var (version, intoVersion) = (await VersionAsync(desk, from), await VersionAsync(desk, into));
        await desk.RunAsync<MergeCases, Result<Done>>(merge => merge.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), from, version, into, intoVersion, "Latihan."), TestContext.Current.CancellationToken));
    }

    private static Task<int> VersionAsync(TestDesk desk, Guid id) => desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.Version).SingleAsync());

    private static Task<Result<Done>> UndoAsync(TestDesk desk, Guid join) => desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(
        new(TestDesk.As(Role.Kp2miAnalyst), join, "Latihan."), TestContext.Current.CancellationToken));

    private static Task<List<Guid>> OpenJoinsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.CaseJoins.Where(j => j.UndoneAt == null).OrderBy(j => j.Id).Select(j => j.Id).ToListAsync());

    /// <summary>Each report with its case, and the case's rank, band and state; links with their cases.</summary>
    private static async Task<string> SnapshotAsync(TestDesk desk)
    {
        var reports = await desk.ReadAsync(db => (
            from report in db.CaseReports
            join file in db.CaseFiles on report.CaseFileId equals file.Id
            orderby report.ReportId
            select new { report.ReportId, file.Id, file.Rank, file.Band, file.State, file.IsDrafted, file.MergedIntoId, file.SeatId }).ToListAsync());
        var wrong = await desk.ReadAsync(db => (
            from link in db.CaseLinks
            join first in db.CaseReports on link.FirstReportId equals first.ReportId
            join second in db.CaseReports on link.SecondReportId equals second.ReportId
            where link.FirstCaseId != first.CaseFileId || link.SecondCaseId != second.CaseFileId
            select link.Id).ToListAsync());
        Assert.Empty(wrong);
        return string.Join('\n', reports.Select(r => $"{r.ReportId} {r.Id} {r.Rank} {r.Band} {r.State} {r.IsDrafted} {r.MergedIntoId} {r.SeatId}"));
    }

    private static async Task ReportAsync(TestDesk desk, string text, string? link = null) => Expect.Value(
        await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(link, text, null, null, [], null), TestContext.Current.CancellationToken)));
}
