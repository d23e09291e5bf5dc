using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>An officer's walk: a link is reported, its page is seen with a picture, looked at, taken out and checked, and destroyed.</summary>
public sealed class EvidenceWalkTests(Browser browser) : IClassFixture<Browser>
{
    private const int Page = 7;

    [Fact]
    public async Task A_reported_page_is_seen_looked_at_taken_out_and_destroyed()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var site = new ScamSite();
        await site.StartAsync(cancellationToken);
        await using var desk = new DeskProcess(new Dictionary<string, string>
        {
            ["Browser__Program"] = "chromium",
            ["Http__Hosts__0"] = string.Create(CultureInfo.InvariantCulture, $"{ScamSite.Host} 127.0.0.1 {site.Port}"),
        });
        await desk.StartStaffedAsync(cancellationToken);
        using var staff = new Staff(desk.Address);
        await staff.JoinAsync(desk, cancellationToken);
        var (status, body) = await staff.Analyst.PostAsync("/api/reports", new { link = ScamSite.Address(Page) }, cancellationToken);
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
        var id = await OfficerWalk.CaseWithAsync(staff.Analyst, "New", reports: 1, cancellationToken);

        var page = await OfficerWalk.SignInAsync(browser, desk, "analis");
        await page.GotoAsync($"/meja/perkara/{id}");
        await OfficerWalk.ExpectReadableAsync(page, "case-evidence");
        await LookAsync(page);
        var package = await TakeAsync(page, id);
        Assert.Equal(0, await RunAsync(["verify", package], cancellationToken));
        await DestroyAsync(await OfficerWalk.SignInAsync(browser, desk, "privasi"), id);

        var written = Path.Combine(desk.Data, "again.zip");
        Assert.Equal(1, await RunAsync(["export", "--case", id, "--out", written, "--data", desk.Data], cancellationToken));
        Assert.False(File.Exists(written));
        Assert.Equal(0, await RunAsync(["check", "--data", desk.Data], cancellationToken));
        await page.GotoAsync("/bukti");
        await OfficerWalk.ExpectReadableAsync(page, "custody");
    }

    private static async Task LookAsync(IPage page)
    {
        await page.Locator("#bukti").GetByRole(AriaRole.Link, new() { Name = "Buka" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#keadaan")).ToHaveAttributeAsync("data-state", "There");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync($"Dibuka {Page}");
        await Assertions.Expect(page.Locator("details img")).Not.ToBeVisibleAsync();
        await page.GetByText("Tampilkan gambar").ClickAsync();
        await Assertions.Expect(page.Locator("details img")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("document.querySelector('details img').naturalWidth === 1280");
        await OfficerWalk.ExpectReadableAsync(page, "capture");

        var tab = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Buka halaman" }).ClickAsync());
        await Assertions.Expect(tab.GetByRole(AriaRole.Heading)).ToHaveTextAsync($"Lowongan kerja nomor {Page}");
        await Assertions.Expect(tab.GetByText($"Dibuka {Page}")).ToHaveCountAsync(0); // its script did not run
        await Assertions.Expect(tab.Locator("img")).ToHaveCountAsync(0);
        Assert.Equal("null", await tab.EvaluateAsync<string>("self.origin"));
        await tab.CloseAsync();
    }

    private static async Task<string> TakeAsync(IPage page, string id)
    {
        await page.GotoAsync($"/meja/perkara/{id}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Bawa keluar sebagai paket" }).ClickAsync());
        Assert.Equal($"terjaga-{id}.zip", download.SuggestedFilename);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Bukti dibawa keluar sebagai paket");
        return await download.PathAsync();
    }

    private static async Task DestroyAsync(IPage page, string id)
    {
        await page.GotoAsync($"/meja/perkara/{id}");
        await page.GetByText("Musnahkan bukti").ClickAsync();
        await page.Locator("#alasan-musnah").FillAsync("Diminta pengadilan.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Musnahkan", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Bukti dimusnahkan");
        await page.Locator("#bukti").GetByRole(AriaRole.Link, new() { Name = "Buka" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("dimusnahkan");
        await Assertions.Expect(page.Locator(".said")).ToHaveCountAsync(0);
    }

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var verb = Process.Start(new ProcessStartInfo(DeskProcess.Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(verb.StandardOutput.ReadToEndAsync(cancellationToken), verb.StandardError.ReadToEndAsync(cancellationToken));
        await verb.WaitForExitAsync(cancellationToken);
        return verb.ExitCode;
    }
}
