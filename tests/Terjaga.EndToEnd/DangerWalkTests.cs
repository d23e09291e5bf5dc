using System.Net;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>A person in danger reports, and is answered: the queue that rings, the hold, the contact that two persons open, the packet.</summary>
public sealed class DangerWalkTests(Browser browser) : IClassFixture<Browser>
{
    private const string Contact = "0812-0000-4711";

    [Fact]
    public async Task Somebody_in_danger_is_seen_without_a_reload_answered_and_referred_and_the_contact_is_opened_by_two()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = new DeskProcess();
        await desk.StartStaffedAsync(cancellationToken);
        using var staff = new Staff(desk.Address);
        await staff.JoinAsync(desk, cancellationToken);
        var page = await OfficerWalk.SignInAsync(browser, desk, "pelindung");
        await page.GotoAsync("/meja/bahaya");
        await page.Locator("#bunyi").ClickAsync();
        await Assertions.Expect(page.Locator("#bunyi")).ToHaveAttributeAsync("aria-pressed", "true");

        await ReportAsync(staff.Analyst, "Adik saya kerja di Myanmar hilang kontak sudah dua minggu, nomornya tidak bisa dihubungi", cancellationToken);
        await ReportAsync(staff.Analyst, "Tolong saya disekap di Kamboja, saya dipukul dan tidak boleh keluar gedung", cancellationToken);
        await Assertions.Expect(page.Locator("tr[data-level=P0]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#kabar")).ToContainTextAsync("laporan bahaya baru");
        await OfficerWalk.ExpectReadableAsync(page, "danger");

        await page.Locator("tr[data-level=P0] a").ClickAsync();
        await page.Locator("#alasan-Answer").FillAsync("Menelepon dan menenangkan.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat jawaban pertama" }).ClickAsync();
        await page.Locator("#alasan-Release").FillAsync("Orangnya sudah aman.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Penghapusan boleh jalan" }).ClickAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Penghapusan boleh jalan");
        await OfficerWalk.ExpectReadableAsync(page, "danger-file");

        await OpenContactAsync(page, await OfficerWalk.SignInAsync(browser, desk, "privasi"));
        await Assertions.Expect(page.Locator("#kontak-terbuka")).ToContainTextAsync(Contact);
        await OfficerWalk.ExpectReadableAsync(page, "openings");
    }

    private static async Task OpenContactAsync(IPage page, IPage second)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Minta dibuka" }).ClickAsync();
        await page.Locator("#alasan").FillAsync("Menelepon balik.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Minta", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Menunggu orang lain")).ToBeVisibleAsync();

        await second.GotoAsync("/meja/segel");
        await second.Locator("[name=alasan]").FillAsync("Untuk menolong.");
        await second.GetByRole(AriaRole.Button, new() { Name = "Setujui" }).ClickAsync();
        Assert.DoesNotContain(Contact, await second.ContentAsync(), StringComparison.Ordinal);

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Baca kontak" }).ClickAsync();
    }

    private static async Task ReportAsync(DeskClient client, string text, CancellationToken cancellationToken)
    {
        var (status, body) = await client.PostAsync("/api/reports", new { text, contact = Contact }, cancellationToken);
        Assert.True(status == HttpStatusCode.Created && body!["help"] is not null, $"{status} {body}");
    }
}
