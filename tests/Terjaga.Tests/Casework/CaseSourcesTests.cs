using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Evidence;
using Terjaga.Evidence.Store;
using Terjaga.Screening;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Casework;

public sealed class CaseSourcesTests(OfferDesk desk) : IClassFixture<OfferDesk>
{
    private const string Offer = "Lowongan kerja Kamboja gaji 15 juta, pakai visa turis dulu, paspor ditahan";

    [Fact]
    public async Task Each_sign_stands_beside_its_rules_its_findings_and_the_version_that_found_it()
    {
        var id = await desk.OpenAsync(Offer);
        var catalogue = await desk.WithAsync<Catalogue, Catalogue>(Task.FromResult);
        var page = await desk.PageAsync(Role.Kp2miAnalyst, $"/meja/perkara/{id}");

        var signs = page.QuerySelectorAll(".found [data-sign]");
        Assert.Contains(signs, sign => sign.GetAttribute("data-sign") == "visa_non_kerja");
        Assert.All(signs, sign =>
        {
            var known = catalogue.Signals.Single(signal => signal.Id == sign.GetAttribute("data-sign"));
            Assert.All(known.LegalBasis, rule => Assert.Contains(rule, sign.TextContent, StringComparison.Ordinal));
            Assert.NotEqual("", known.Evidence);
            Assert.Contains(known.Evidence, sign.TextContent, StringComparison.Ordinal);
            Assert.Contains($"versi {catalogue.Version}", sign.TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("dari aturan yang sama", page.QuerySelector(".report")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_names_the_first_rule_of_each_sign_and_the_version_and_not_all_again()
    {
        const string Twice = "Kerja di kapal Taiwan, pakai visa turis dulu, gaji 12 juta, kirim paspor";
        var id = await desk.OpenAsync(Twice);
        await desk.OpenAsync(Twice);
        IElement? copy = null;
        await RunningDesk.UntilAsync(async () => (copy = (await desk.PageAsync(Role.Kp2miAnalyst, $"/meja/perkara/{id}")).QuerySelector("details .report")) is not null);
        var catalogue = await desk.WithAsync<Catalogue, Catalogue>(Task.FromResult);

        Assert.All(copy!.QuerySelectorAll("[data-sign]"), sign =>
        {
            var known = catalogue.Signals.Single(signal => signal.Id == sign.GetAttribute("data-sign"));
            Assert.Contains(known.LegalBasis[0].Split(" [")[0], sign.TextContent, StringComparison.Ordinal);
            Assert.Contains($"versi {catalogue.Version}.", sign.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(known.Evidence, sign.TextContent, StringComparison.Ordinal);
        });
        Assert.NotEmpty(copy.QuerySelectorAll("[data-sign]"));
    }

    [Fact]
    public async Task A_sign_of_older_rules_keeps_their_version_and_borrows_no_source()
    {
        var id = await desk.OpenAsync("Kerja di Malaysia, pakai visa turis dulu, gaji 9 juta, agen kakak saya");
        await desk.WithAsync<TerjagaDb, int>(async db =>
        {
            var report = await db.CaseReports.Where(r => r.CaseFileId == id).Select(r => r.ReportId).SingleAsync();
            var version = (await db.Screenings.AsNoTracking().SingleAsync(s => s.ReportId == report)).Rules;
            var answer = (await db.Screenings.AsNoTracking().SingleAsync(s => s.ReportId == report)).Answer;
            answer = answer.Replace($"\"{version}\"", "\"2020-01-01.7\"", StringComparison.Ordinal).Replace("\"visa_non_kerja\"", "\"tanda_lama\"", StringComparison.Ordinal);
            return await db.Screenings.Where(s => s.ReportId == report).ExecuteUpdateAsync(set => set.SetProperty(s => s.Answer, answer));
        });

        var page = await desk.PageAsync(Role.Kp2miAnalyst, $"/meja/perkara/{id}");

        var sign = page.QuerySelector("[data-sign=tanda_lama]")!;
        Assert.Contains("versi 2020-01-01.7.", sign.TextContent, StringComparison.Ordinal);
        Assert.Contains("tidak ada lagi", sign.TextContent, StringComparison.Ordinal);
        Assert.Null(sign.QuerySelector("details"));
        Assert.Contains("sudah berganti", page.QuerySelector(".report")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_poster_stand_beside_it_with_their_signs_and_not_among_what_was_typed()
    {
        const string Own = "Lihat gambar ini, katanya lowongan di Thailand", OnPoster = "BERANGKAT CEPAT pakai visa turis dulu gaji 20 juta";
        var picture = StoreDesk.Draw(71);
        await desk.WithAsync<TerjagaDb, int>(db =>
        {
            db.PicturesRead.Add(PictureWords.Read(EvidenceStore.HashOf(picture), new(OnPoster, 0.9), null, TimeProvider.System.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        var id = await desk.OpenAsync(Own, null, picture);

        var report = (await desk.PageAsync(Role.Kp2miAnalyst, $"/meja/perkara/{id}")).QuerySelector(".report")!;

        var poster = report.QuerySelector($".pair:has(a[href='/meja/gambar/{EvidenceStore.HashOf(picture)}'])")!;
        Assert.Contains(OnPoster, poster.QuerySelector(".said")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains(poster.QuerySelectorAll("mark"), mark => mark.TextContent.Contains("visa turis", StringComparison.Ordinal));
        var typed = Assert.Single(report.Children, child => child.ClassList.Contains("said"));
        Assert.Equal(Own, typed.TextContent.Trim());
    }
}
