using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>A recipient's walk: with its key, on a phone, from the letter that waits to the answer, until the key is taken away.</summary>
public sealed class PlatformWalkTests(Browser browser) : IClassFixture<Browser>
{
    private const int Phone = 360;

    private const string Reason = "Tanda bahaya ditemukan.";

    [Fact]
    public async Task A_recipient_fetches_its_letter_answers_it_and_objects_until_its_key_is_taken_away()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var site = new ScamSite();
        await site.StartAsync(cancellationToken);
        await using var desk = new DeskProcess(new Dictionary<string, string>
        {
            ["Http__Hosts__0"] = string.Create(CultureInfo.InvariantCulture, $"{ScamSite.Host} 127.0.0.1 {site.Port}"),
        });
        await desk.StartStaffedAsync(cancellationToken);
        using var staff = new Staff(desk.Address);
        await staff.JoinAsync(desk, cancellationToken);
        var recipient = (string)(await DoneAsync(staff.Drafter, "/api/recipients", new { Name = "Situs Loker", Hosts = ScamSite.Host, Channel = "PullApi", Address = "kunci", IsEnabled = false, Source = "walk" }))!["id"]!;
        await DoneAsync(staff.Administrator, $"/api/recipients/{recipient}/sending", new { IsEnabled = true });
        var given = await DoneAsync(staff.Administrator, $"/api/recipients/{recipient}/keys", new { Label = "meja aduan" });
        await SignAsync(staff, recipient, cancellationToken);

        var page = await browser.OpenAsync(desk.Address, Phone);
        await page.GotoAsync("/penerima");
        await page.Locator("#kunci").FillAsync((string)given!["key"]!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await ReloadUntilAsync(page, "table.list th a[href^='/penerima/surat/']");
        await OfficerWalk.ExpectReadableAsync(page, "platform-home");
        await page.Locator("table.list th a[href^='/penerima/surat/']").ClickAsync();
        await OfficerWalk.ExpectReadableAsync(page, "platform-letter");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sudah dihapus" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Situs Loker")).ToBeVisibleAsync();
        await page.Locator("a[href^='/penerima/perintah/']").First.ClickAsync();
        await OfficerWalk.ExpectReadableAsync(page, "platform-order");
        await page.Locator("#alasan").FillAsync("Iklan ini punya izin.");
        await page.GetByRole(AriaRole.Button, new() { Name = "sanggah" }).ClickAsync();
        await OfficerWalk.ExpectReadableAsync(page, "platform-objection");

        await DoneAsync(staff.Drafter, $"/api/recipients/{recipient}/keys/{(string)given["id"]!}/revocation", new { });
        await page.GotoAsync("/penerima");
        Assert.EndsWith("/penerima/masuk", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>From a report to the signature; the letter is ready a moment later.</summary>
    private static async Task SignAsync(Staff staff, string recipient, CancellationToken cancellationToken)
    {
        await DoneAsync(staff.Analyst, "/api/reports", new { link = ScamSite.Address(1), text = "Loker Kamboja gaji 15 juta, visa turis dulu, WA 0812-1111-2222" });
        var id = await OfficerWalk.CaseWithAsync(staff.Analyst, "New", reports: 1, cancellationToken);
        await DoneAsync(staff.Analyst, $"/api/cases/{id}/decisions", new { version = await VersionAsync(), step = "Verify", reason = Reason });
        await DoneAsync(staff.Handover, $"/api/cases/{id}/decisions", new { version = await VersionAsync(), step = "HandOver", reason = Reason });
        var basis = (await staff.Drafter.GetAsync("/api/legal-bases", cancellationToken)).AsArray()[0]!;
        await DoneAsync(staff.Drafter, $"/api/cases/{id}/orders", new { Version = await VersionAsync(), RecipientId = recipient, LegalBasisId = (string)basis["id"]!, Reason });
        await DoneAsync(staff.Signer, $"/api/cases/{id}/signatures", new { Version = await VersionAsync(), Reason });

        async Task<int> VersionAsync() => (int)(await staff.Analyst.GetAsync($"/api/cases/{id}", cancellationToken))["case"]!["version"]!;
    }

    private static async Task<JsonNode?> DoneAsync(DeskClient client, string path, object body)
    {
        var (status, answer) = await client.PostAsync(path, body, TestContext.Current.CancellationToken);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, $"{path}: {status} {answer}");
        return answer;
    }

    private static async Task ReloadUntilAsync(IPage page, string selector)
    {
        for (var look = 0; look < 100 && await page.Locator(selector).CountAsync() == 0; look++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            await page.ReloadAsync();
        }
    }
}
