using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Proofs;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Packages.Checking;
using Terjaga.Evidence.Store;
using Terjaga.Intake;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Casework.Proofs;

/// <summary>The evidence of a case: looked at, taken out, destroyed, and what the custody log says of it.</summary>
public sealed class CaseEvidenceTests(ScratchPostgres postgres)
{
    private const string Page = "<title>Loker</title><h1>Operator pabrik Kamboja</h1><script>alert(1)</script><p>gaji 15 juta</p>";

    private static readonly byte[] _upload = [.. StoreDesk.Draw(5, SKEncodedImageFormat.Jpeg), .. "RAHASIA-PELAPOR"u8];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_package_of_a_case_verifies_and_holds_its_page_and_a_bare_copy_of_its_picture(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(database, site);
        var id = await CaseAsync(desk);

        using var package = new MemoryStream();
        var exported = Expect.Value(await ExportAsync(desk, id, package));

        Assert.Equal(1, exported.Captures);
        var report = await VerifyPackage.RunAsync(package, null, Stop);
        Assert.True(report.IsGood, string.Join('\n', report.Checks.Where(c => c.State == PackageCheckState.Failed)));
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        Assert.NotNull(zip.GetEntry("captures/1/capture.warc.gz"));
        Assert.NotNull(zip.GetEntry("reports/1.jpg"));
        Assert.DoesNotContain("RAHASIA-PELAPOR", System.Text.Encoding.Latin1.GetString(package.ToArray()), StringComparison.Ordinal);
        Assert.Equal(
            ["Captured", "Captured", "Exported", "Exported", "Redacted"],
            (await desk.ReadAsync(db => db.CustodyEntries.Select(e => e.Act).ToListAsync(Stop))).Select(act => act.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_look_is_in_the_log_before_anything_is_shown_and_only_the_case_of_a_capture_opens_it()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync("sqlite", site);
        var id = await CaseAsync(desk);
        var officer = TestDesk.As(Role.Kp2miAnalyst);
        var capture = Assert.Single(await desk.RunAsync<ListCaptures, IReadOnlyList<ListCaptures.Row>>(list => list.RunAsync(officer, id, Stop)));

        var seen = Expect.Value(await desk.RunAsync<OpenCapture, Result<OpenCapture.View>>(open => open.RunAsync(new(officer, id, capture.Id), Stop)));
        var page = Expect.Value(await desk.RunAsync<OpenCapture, Result<OpenCapture.Shown>>(open => open.PageAsync(new(officer, id, capture.Id), Stop)));

        Assert.Contains("Operator pabrik Kamboja", seen.Text, StringComparison.Ordinal);
        Assert.Equal([CustodyAct.Captured, CustodyAct.Viewed], seen.Custody.Select(row => row.Act));
        Assert.DoesNotContain("alert", System.Text.Encoding.UTF8.GetString(page.Content), StringComparison.Ordinal);
        Assert.Equal(2, await desk.ReadAsync(db => db.CustodyEntries.CountAsync(e => e.Act == CustodyAct.Viewed && e.Actor == officer.Actor, Stop)));
        Expect.Value(await desk.RunAsync<ListPictures, Result<CopyPicture.Copy>>(pictures => pictures.OpenAsync(FlowTests.All, officer.Actor, EvidenceStore.HashOf(_upload), Stop)));
        Assert.Equal(3, await desk.ReadAsync(db => db.CustodyEntries.CountAsync(e => e.Act == CustodyAct.Viewed && e.Actor == officer.Actor, Stop)));
        Expect.Problem("evidence.unknown", await desk.RunAsync<OpenCapture, Result<OpenCapture.View>>(open => open.RunAsync(new(officer, Guid.Empty, capture.Id), Stop)));
        Expect.Problem("evidence.unknown", await desk.RunAsync<OpenCapture, Result<OpenCapture.Shown>>(open => open.PictureAsync(new(officer, id, capture.Id), Stop)));
        Expect.Problem("access.denied", await desk.RunAsync<OpenCapture, Result<OpenCapture.View>>(open => open.RunAsync(new(TestDesk.As(Role.Administrator), id, capture.Id), Stop)));
        Assert.Equal(3, await desk.ReadAsync(db => db.CustodyEntries.CountAsync(e => e.Act == CustodyAct.Viewed, Stop)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Destroyed_evidence_opens_for_nobody_and_the_log_still_proves_that_it_was_there(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(database, site);
        var id = await CaseAsync(desk);
        var capture = Assert.Single(await desk.RunAsync<ListCaptures, IReadOnlyList<ListCaptures.Row>>(list => list.RunAsync(TestDesk.As(Role.Kp2miAnalyst), id, Stop)));
        var privacy = TestDesk.As(Role.PrivacyOfficer);
        var hashes = await desk.ReadAsync(db => db.BlobGrants.Select(g => g.Sha256).ToListAsync(Stop));

        Expect.Problem("access.denied", await DestroyAsync(desk, new(TestDesk.As(Role.Kp2miApprover), id, 0, "x")));
        Expect.Problem("case.changed", await DestroyAsync(desk, new(privacy, id, 7, "Diminta pengadilan.")));
        Assert.Equal(2, Expect.Value(await DestroyAsync(desk, new(privacy, id, 0, "Diminta pengadilan."))).Holders);

        Assert.NotEmpty(hashes);
        foreach (var sha256 in hashes)
            Expect.Problem("evidence.unknown", await desk.ReadKeptAsync(sha256, null));
        Expect.Problem("evidence.none", await ExportAsync(desk, id, new MemoryStream()));
        Assert.Null(await desk.ReadAsync(db => db.Captures.Where(c => c.Id == capture.Id).Select(c => c.Text).SingleAsync(Stop)));
        Assert.Equal(2, await desk.ReadAsync(db => db.CustodyEntries.CountAsync(e => e.Act == CustodyAct.Destroyed && e.Actor == privacy.Actor, Stop)));
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        await desk.SweepLaterAsync(TimeSpan.FromHours(4));
        Assert.Empty(desk.SealedFiles);
    }

    [Fact]
    public async Task A_damaged_file_makes_no_package_with_a_gap()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync("sqlite", site);
        var id = await CaseAsync(desk);
        foreach (var file in desk.SealedFiles)
        {
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(file, bytes, Stop);
        }

        Expect.Problem("evidence.damaged", await ExportAsync(desk, id, new MemoryStream()));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_copied_does_not_keep_its_case_from_a_package()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync("sqlite", site);
        // Two by two points of a kind of colour that there is not.
        byte[] broken = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 2, 0, 0, 0, 2, 8, 1, 0, 0, 0, 0, 0, 0, 0];
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            SubmitReport.Input.Empty with { Link = $"http://{TestSite.Host}/a", Pictures = [broken, _upload] }, Stop)));
        await desk.WorkAsync();
        var id = await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Id).SingleAsync(Stop));

        using var package = new MemoryStream();
        Expect.Value(await ExportAsync(desk, id, package));

        using var archive = new ZipArchive(package, ZipArchiveMode.Read);
        Assert.Single(archive.Entries, entry => entry.FullName.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.Contains(await desk.ReadAsync(db => db.CustodyEntries.Where(e => e.Act == CustodyAct.Exported).ToListAsync(Stop)), e => e.Actor.Value.StartsWith("officer:", StringComparison.Ordinal));
    }

    private async Task<TestDesk> OpenAsync(string database, TestSite site)
    {
        site.Pages["/a"] = Page;
        return await TestDesk.OpenAsync(database, postgres, site.Settings);
    }

    /// <summary>The case of one report with a link and a picture.</summary>
    private static async Task<Guid> CaseAsync(TestDesk desk)
    {
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            SubmitReport.Input.Empty with { Link = $"http://{TestSite.Host}/a", Pictures = [_upload] }, Stop)));
        await desk.WorkAsync();
        return await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Id).SingleAsync(Stop));
    }

    private static Task<Result<ExportEvidence.Exported>> ExportAsync(TestDesk desk, Guid id, Stream output) =>
        desk.RunAsync<ExportEvidence, Result<ExportEvidence.Exported>>(export => export.RunAsync(new(TestDesk.As(Role.KomdigiOfficer), id), output, Stop));

    private static Task<Result<DestroyEvidence.Destroyed>> DestroyAsync(TestDesk desk, DestroyEvidence.Input input) =>
        desk.RunAsync<DestroyEvidence, Result<DestroyEvidence.Destroyed>>(destroy => destroy.RunAsync(input, Stop));
}
