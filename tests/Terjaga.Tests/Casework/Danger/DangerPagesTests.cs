using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Terjaga.Accounts;

namespace Terjaga.Tests.Casework.Danger;

public sealed class DangerPagesTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    private const string Marker = "0812-9999-MARKER";

    [Fact]
    public async Task A_planted_contact_is_nowhere_until_two_different_officers_opened_it_and_then_only_for_the_one_who_asked()
    {
        var (receipt, id) = await ReportAsync();
        Assert.DoesNotContain(Marker, receipt.ToJsonString(), StringComparison.Ordinal);
        await ExpectMaskedAsync(id);

        var opening = await OpenAsync(id);
        using (var own = await CallAsync(Role.VictimProtection, $"/api/openings/{opening}/decision", new { isAgreed = true, reason = "x" }))
            Assert.Equal("second-person.required", (string)(await JsonAsync(own))["code"]!);
        await ExpectMaskedAsync(id);
        using (var agreed = await CallAsync(Role.PrivacyOfficer, $"/api/openings/{opening}/decision", new { isAgreed = true, reason = "Perlu." }))
            Assert.Equal(HttpStatusCode.NoContent, agreed.StatusCode);
        await ExpectMaskedAsync(id);

        using var look = await CallAsync(Role.VictimProtection, $"/api/openings/{opening}/looks", null);
        Assert.Equal(Marker, (string)(await JsonAsync(look))["value"]!);
        using var page = await desk.PostAsync(Role.VictimProtection, $"/meja/segel/{opening}/lihat", []);
        Assert.Contains(Marker, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var other = await CallAsync(Role.Kp2miApprover, $"/api/openings/{opening}/looks", null);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        await ExpectMaskedAsync(id);
    }

    [Fact]
    public async Task The_queue_works_without_script_says_each_level_in_words_and_every_page_of_the_desk_counts_who_waits()
    {
        var (_, id) = await ReportAsync();
        var page = await new HtmlParser().ParseDocumentAsync(await desk.ReadAsync(Role.VictimProtection, "/meja/bahaya"), TestContext.Current.CancellationToken);
        var row = page.QuerySelector($"tr[data-report='{id}']");

        Assert.Contains("P0 · nyawa atau kebebasan", row!.TextContent, StringComparison.Ordinal);
        Assert.Contains("▲", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("noscript meta[http-equiv=refresh], noscript"));
        Assert.True(page.QuerySelector("#bunyi")!.HasAttribute("hidden"));
        Assert.Contains("Belum dijawab", page.QuerySelector(".tabs [aria-current]")!.TextContent, StringComparison.Ordinal);
        foreach (var role in (Role[])[Role.KomdigiOfficer, Role.Auditor])
            Assert.Contains("bahaya-menunggu", await desk.ReadAsync(role, "/meja"), StringComparison.Ordinal);
        Assert.DoesNotContain("bahaya-menunggu", await desk.ReadAsync(Role.Administrator, "/meja/petugas"), StringComparison.Ordinal);

        using var answered = await desk.PostAsync(Role.VictimProtection, $"/meja/bahaya/{id}/langkah", new()
        {
            ["versi"] = "0",
            ["langkah"] = "Answer",
            ["kode"] = "phone",
            ["alasan"] = "Menelepon.",
        });
        Assert.Equal($"/meja/bahaya/{id}", answered.Headers.Location?.OriginalString);
        using var again = await desk.PostAsync(Role.VictimProtection, $"/meja/bahaya/{id}/langkah", new() { ["versi"] = "0", ["langkah"] = "Wait", ["sampai"] = "besok", ["alasan"] = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        using var packet = await desk.PostAsync(Role.VictimProtection, $"/meja/bahaya/{id}/rujukan", new() { ["kantor"] = "mission" });
        var paper = await packet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"segel:{id}", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("gedung", paper.Split("id=\"rujukan\"")[1].Split("</section>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reports_danger_is_told_what_to_do_with_numbers_before_the_receipt()
    {
        using var form = new MultipartFormDataContent { { new StringContent(DangerReports.Captive), "tulisan" } };
        using var answer = await desk.As(Role.Administrator).PostAsync(new Uri("/lapor", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(page.IndexOf("Jangan melawan penjaga", StringComparison.Ordinal) is var told and > 0 && told < page.IndexOf("tanda-terima", StringComparison.Ordinal));
        Assert.Contains("tel:110", page, StringComparison.Ordinal);
        Assert.Contains("Keluar cepat", page, StringComparison.Ordinal);
        var (receipt, _) = await ReportAsync();
        Assert.Equal("captive", (string)receipt["help"]!["kind"]!);
        Assert.Contains(receipt["help"]!["contacts"]!.AsArray(), contact => (string)contact!["link"]! == "tel:110");
        var status = await desk.ReadAsync(Role.Administrator, (string)receipt["status"]!);
        Assert.Equal("danger-help", (string)JsonNode.Parse(status)!["state"]!);
    }

    private async Task<(JsonNode Receipt, Guid ReportId)> ReportAsync()
    {
        using var sent = await desk.As(Role.Administrator).PostAsJsonAsync(
            "/api/reports", new { text = DangerReports.Captive, contact = Marker }, TestContext.Current.CancellationToken);
        var list = JsonNode.Parse(await desk.ReadAsync(Role.Auditor, "/api/danger"))!["files"]!.AsArray();
        return (await JsonAsync(sent), list.Select(file => (Guid)file!["reportId"]!).Max());
    }

    private async Task<Guid> OpenAsync(Guid report)
    {
        using var asked = await CallAsync(Role.VictimProtection, "/api/openings", new { reportId = report, purpose = "rescue", reason = "Menelepon balik." });
        return (Guid)(await JsonAsync(asked))["id"]!;
    }

    /// <summary>Everything that an officer of any role can read of it.</summary>
    private async Task ExpectMaskedAsync(Guid id)
    {
        string[] ways = ["/meja", "/meja/bahaya", $"/meja/bahaya/{id}", "/meja/segel", $"/meja/segel?laporan={id}", "/api/danger", $"/api/danger/{id}", "/api/danger/news", "/api/openings", "/api/cases?state=New"];
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var way in ways)
            {
                using var answer = await desk.As(role).GetAsync(new Uri(way, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.DoesNotContain(Marker, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    private Task<HttpResponseMessage> CallAsync(Role role, string path, object? body) =>
        desk.As(role).PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
