using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Tests.Takedown.Recipients.Finding;

namespace Terjaga.Tests.Takedown.Recipients;

public sealed class ContactPagesTests
{
    [Fact]
    public async Task An_officer_has_contacts_looked_for_and_chooses_one_on_the_page_of_the_case_and_another_by_a_call()
    {
        await using var servers = (await ContactServers.StartAsync()).KnowSite();
        await using var desk = await RunningDesk.StartWholeAsync(servers.Settings);
        await BootstrapAsync(desk);
        using var drafter = await desk.SignInAsync(Role.KomdigiOfficer);
        using var signer = await desk.SignInAsync(Role.KomdigiApprover);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        var id = await HandOverAsync(desk, analyst);

        var blank = await PageAsync(drafter, $"/meja/perkara/{id}");
        Assert.NotNull(blank.QuerySelector($"#penerima-usulan form[action='/meja/perkara/{id}/penerima/cari']"));
        Assert.Contains("/meja/penerima", blank.QuerySelector(".card.step")!.InnerHtml, StringComparison.Ordinal);
        await PostAsync(HttpStatusCode.Redirect, drafter, $"/meja/perkara/{id}/penerima/cari");
        IDocument page = blank;
        await RunningDesk.UntilAsync(async () => (page = await PageAsync(drafter, $"/meja/perkara/{id}")).QuerySelectorAll("#penerima-usulan tbody tr").Length == 2);
        Assert.Contains("abuse@host.example", page.QuerySelector("#penerima-usulan tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await PageAsync(signer, $"/meja/perkara/{id}")).QuerySelector("#penerima-usulan form"));
        Assert.Null((await PageAsync(analyst, $"/meja/perkara/{id}")).QuerySelector("#penerima-usulan"));

        await PostAsync(HttpStatusCode.UnprocessableEntity, drafter, $"/meja/perkara/{id}/penerima", ("situs", TestSite.Host), ("pilihan", "f:abuse@host.example"), ("alasan", ""));
        await PostAsync(HttpStatusCode.NotFound, drafter, $"/meja/perkara/{id}/penerima", ("situs", TestSite.Host), ("pilihan", "f:bukan@host.example"), ("alasan", "Uji."));
        await PostAsync(HttpStatusCode.Redirect, drafter, $"/meja/perkara/{id}/penerima", ("situs", TestSite.Host), ("pilihan", "f:abuse@host.example"), ("alasan", "Pemilik jaringan."));
        page = await PageAsync(drafter, $"/meja/perkara/{id}");
        Assert.Contains("Jaringan Rekaan", page.QuerySelector("select[name=penerima]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pemilik jaringan.", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        using var chosen = await drafter.PostAsJsonAsync(new Uri($"/api/cases/{id}/contacts", UriKind.Relative), new
        {
            Host = TestSite.Host,
            Reason = "Lebih dekat.",
            Written = new { Kind = "Host", Name = "Penyedia", Channel = "Mail", Address = "abuse@penyedia.example", Source = "halaman kontak" },
        }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var read = JsonNode.Parse(await drafter.GetStringAsync(new Uri($"/api/cases/{id}/contacts", UriKind.Relative), TestContext.Current.CancellationToken))!;
        Assert.Equal((string)JsonNode.Parse(await chosen.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["recipientId"]!, (string)read["hosts"]![0]!["chosenId"]!);
        Assert.Equal("Registrar", (string)read["hosts"]![0]!["proposals"]![1]!["contact"]!["rule"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(new Uri($"/api/cases/{id}/contacts", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_recipient_shows_its_contacts_and_its_history_and_the_list_can_be_filtered()
    {
        await using var desk = await RunningDesk.StartAsync(TimeProvider.System);
        using var officer = await desk.SignInAsync(Role.KomdigiOfficer);
        using var administrator = await desk.SignInAsync(Role.Administrator);
        await PostAsync(
            HttpStatusCode.Redirect, officer, "/meja/penerima", ("nama", "Registrar Satu"), ("jenis", "Registrar"), ("saluran", "Mail"), ("alamat", "abuse@registrar.example"),
            ("bahasa", "en"), ("jam", "Mon-Fri 09:00-17:00 Asia/Jakarta"), ("janji", "24"), ("sumber", "surat"), ("dilihat", "2026-11-01"), ("berlaku", "2027-11-01"));
        await PostAsync(HttpStatusCode.Redirect, officer, "/meja/penerima", ("nama", "Situs Dua"), ("situs", "dua.example"), ("saluran", "Mail"), ("alamat", "abuse@dua.example"));
        await PostAsync(HttpStatusCode.UnprocessableEntity, officer, "/meja/penerima", ("nama", "Tiga"), ("situs", "tiga.example"), ("saluran", "Mail"), ("alamat", "a@tiga.example"), ("dilihat", "kemarin"));
        await PostAsync(HttpStatusCode.UnprocessableEntity, officer, "/meja/penerima", ("nama", "Tiga"), ("situs", "tiga.example"), ("saluran", "Burung"), ("alamat", "a@tiga.example"));
        Assert.Single((await PageAsync(officer, "/meja/penerima?jenis=Registrar")).QuerySelectorAll("table.list tbody tr"));
        Assert.Single((await PageAsync(officer, "/meja/penerima?kata=dua&kirim=off&jenis=")).QuerySelectorAll("table.list tbody tr"));
        Assert.Empty((await PageAsync(officer, "/meja/penerima?kirim=on")).QuerySelectorAll("table.list tbody tr"));

        var link = (await PageAsync(officer, "/meja/penerima?jenis=Registrar")).QuerySelector("table.list th a")!.GetAttribute("href")!;
        await PostAsync(HttpStatusCode.Redirect, officer, link + "/kontak", ("saluran", "Letter"), ("alamat", "Jalan Rekaan 1"), ("sumber", "surat"));
        await PostAsync(HttpStatusCode.UnprocessableEntity, officer, link + "/kontak", ("saluran", "Letter"), ("alamat", "Jalan Rekaan 1"));
        await PostAsync(HttpStatusCode.Redirect, administrator, link + "/pengiriman", ("aktif", "true"));
        await PostAsync(HttpStatusCode.Forbidden, officer, link + "/pengiriman", ("aktif", "true"));
        var page = await PageAsync(officer, link);
        Assert.Equal(2, page.QuerySelectorAll("table.list tbody tr").Length);
        Assert.Contains("24", page.QuerySelector("table.list")!.TextContent, StringComparison.Ordinal);
        var prefer = page.QuerySelector("table.list form")!.GetAttribute("action")!;
        await PostAsync(HttpStatusCode.UnprocessableEntity, officer, prefer, ("alasan", ""));
        await PostAsync(HttpStatusCode.Redirect, officer, prefer, ("alasan", "Surel mati."));
        page = await PageAsync(administrator, link);
        Assert.Contains("Jalan Rekaan 1", page.QuerySelector("table.list tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll(".timeline li").Length);
        Assert.Null(page.QuerySelector("form.fields"));
        await PostAsync(HttpStatusCode.Redirect, officer, link + "/henti");
        await PostAsync(HttpStatusCode.Redirect, officer, "/meja/penerima/bawaan");
        await PostAsync(HttpStatusCode.Redirect, officer, "/meja/penerima/rdap");
    }

    private static async Task BootstrapAsync(RunningDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await ContactServers.BootstrapAsync(scope.ServiceProvider.GetRequiredService<TerjagaDb>());
    }

    private static async Task<string> HandOverAsync(RunningDesk desk, HttpClient analyst)
    {
        using var approver = await desk.SignInAsync(Role.Kp2miApprover);
        using var reported = await desk.SendAsync(HttpMethod.Post, "/api/reports", JsonContent.Create(new
        {
            link = $"http://{TestSite.Host}/a",
            text = "Lowongan kerja Kamboja gaji 15 juta visa turis dulu tiket ditanggung",
        }));
        Assert.Equal(HttpStatusCode.Created, reported.StatusCode);
        JsonNode? row = null;
        await RunningDesk.UntilAsync(async () => (row = JsonNode.Parse(await analyst.GetStringAsync(
            new Uri("/api/cases?state=New", UriKind.Relative), TestContext.Current.CancellationToken))!["cases"]!.AsArray().FirstOrDefault()) is not null);
        var id = (string)row!["id"]!;
        foreach (var (officer, step) in new[] { (analyst, "Verify"), (approver, "HandOver") })
        {
            var version = (int)JsonNode.Parse(await analyst.GetStringAsync(new Uri($"/api/cases/{id}", UriKind.Relative), TestContext.Current.CancellationToken))!["case"]!["version"]!;
            using var done = await officer.PostAsJsonAsync(new Uri($"/api/cases/{id}/decisions", UriKind.Relative), new { version, step, reason = "Cukup." }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        }

        return id;
    }

    private static async Task<IDocument> PageAsync(HttpClient browser, string path) => await new HtmlParser().ParseDocumentAsync(
        await browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    private static async Task PostAsync(HttpStatusCode expected, HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync(
            new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }
}
