using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Care;
using Terjaga.Casework.Danger;
using Terjaga.Evidence.Store;
using Terjaga.Tests.Casework.Danger;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Casework.Care;

/// <summary>What an officer sees of the day's share: the own count, the kind sentence, and the way on.</summary>
public sealed class SharePagesTests(OfferDesk desk) : IClassFixture<OfferDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Past_the_share_a_danger_file_asks_and_its_answer_is_open_all_the_same()
    {
        await desk.OpenAsync(DangerReports.Captive);
        var id = await desk.WithAsync<TerjagaDb, Guid>(db => db.DangerFiles.Select(f => f.ReportId).SingleAsync(Stop));
        await FillAsync(Role.VictimProtection);

        Assert.Contains("beristirahatlah", (await desk.PageAsync(Role.VictimProtection, "/meja/bahaya")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("beristirahatlah", (await desk.PageAsync(Role.VictimProtection, "/meja/akun")).Body!.TextContent, StringComparison.Ordinal);
        var page = await desk.PageAsync(Role.VictimProtection, $"/meja/bahaya/{id}");
        Assert.NotNull(page.QuerySelector("#bagian form"));
        Assert.DoesNotContain("gedung", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#alasan-Answer"));

        var (status, again) = await desk.RefusedAsync(Role.VictimProtection, $"/meja/bahaya/{id}/buka", ("alasan", new string('b', 2_001)));
        Assert.Equal(422, status);
        Assert.Equal(new string('b', 2_001), again.QuerySelector("#alasan-bagian")!.TextContent);
        using (var answered = await desk.PostAsync(Role.VictimProtection, $"/meja/bahaya/{id}/langkah", ("versi", "0"), ("langkah", "Answer"), ("kode", "phone"), ("alasan", "Menelepon.")))
            Assert.Equal(HttpStatusCode.Found, answered.StatusCode);
        using (var asked = await desk.PostAsync(Role.VictimProtection, $"/meja/bahaya/{id}/buka", ("alasan", "Ia menunggu.")))
            Assert.Equal($"/meja/bahaya/{id}", asked.Headers.Location?.OriginalString);
        page = await desk.PageAsync(Role.VictimProtection, $"/meja/bahaya/{id}");
        Assert.Contains("gedung", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ia menunggu.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ia menunggu.", (await desk.PageAsync(Role.Auditor, $"/meja/bahaya/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_the_share_a_picture_is_a_page_that_asks_and_after_a_reason_the_picture()
    {
        var picture = StoreDesk.Draw(72);
        var id = await desk.OpenAsync("Gambar untuk dilihat nanti, lowongan pabrik", null, picture);
        var path = "/meja/gambar/" + EvidenceStore.HashOf(picture);
        await RunningDesk.UntilAsync(async () => (await desk.PageAsync(Role.KomdigiOfficer, $"/meja/perkara/{id}")).QuerySelector($".pair a[href='{path}'] img.shot[src^='data:']") is not null);
        Assert.Contains("0 dari 40", (await desk.PageAsync(Role.KomdigiOfficer, "/meja/akun")).Body!.TextContent, StringComparison.Ordinal);
        await FillAsync(Role.KomdigiOfficer);

        using (var asked = await desk.As(Role.KomdigiOfficer).GetAsync(new Uri(path, UriKind.Relative), Stop))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
            var page = await new HtmlParser().ParseDocumentAsync(await asked.Content.ReadAsStringAsync(Stop), Stop);
            Assert.Equal(path, page.QuerySelector("#bagian form")!.GetAttribute("action"));
        }

        using (var went = await desk.PostAsync(Role.KomdigiOfficer, path, ("alasan", "Perlu untuk perintah.")))
            Assert.Equal(path, went.Headers.Location?.OriginalString);
        using var shown = await desk.As(Role.KomdigiOfficer).GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Perlu untuk perintah.", (await desk.PageAsync(Role.Auditor, $"/meja/perkara/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Previews_are_grey_and_blurred_by_the_sheet() =>
        Assert.Matches(@"\.shot ?\{ ?filter: ?grayscale\(1\) blur\(", await desk.As(Role.Auditor).GetStringAsync(new Uri("/desk.css", UriKind.Relative), Stop));

    /// <summary>Opens as much as the shipped share allows.</summary>
    private async Task FillAsync(Role role)
    {
        var officer = await desk.WithAsync<TerjagaDb, Guid>(db => db.Officers.Where(o => o.DisplayName == role.ToString()).Select(o => o.Id).SingleAsync(Stop));
        for (byte number = 0; (await desk.WithAsync<OpenMaterial, DayShare>(open => open.RunAsync(Actor.Officer(officer), HardMaterial.OfPicture(EvidenceStore.HashOf([number])), Stop))).IsShown; number++)
            Assert.InRange(number, 0, 100);
    }
}
