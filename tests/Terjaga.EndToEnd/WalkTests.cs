using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Terjaga.EndToEnd.Rehearsing;

namespace Terjaga.EndToEnd;

/// <summary>An outsider's walk: one report from the form to the confirmed end, by people with browsers.</summary>
public sealed class WalkTests(Browser browser, QuietDesk quiet) : IClassFixture<Browser>, IClassFixture<QuietDesk>
{
    private const int Phone = 360, Monitor = 1440;

    private const string Offer =
        "LOKER KAMBOJA! Gaji 15 juta, tanpa pengalaman. Berangkat pakai visa turis dulu, tiket ditanggung. Hubungi wa.me/6281234567890";

    private static readonly string _pictures = Path.Combine(SharedFolder.Root, "artifacts", "pictures");

    [Fact]
    public async Task A_report_walks_from_the_form_to_confirmed_gone_through_the_hands_of_five_people()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var port = new DeskPort();
        var offer = new PlacedItem(1, Platforms.Fast, Offer, IsOffer: true);
        var plan = new Plan("sqlite", Items: 1, Seed: 1, Kills: 0, LongestLife: 0, TimeSpan.Zero);
        await using var world = new OutsideWorld([offer], port.Address, plan.ConfirmAfter);
        await world.StartAsync(cancellationToken);
        await using var desk = new DeskProcess(world.SettingsFor(plan), port.Number);
        await desk.StartStaffedAsync(cancellationToken);
        using (var people = new People(desk, world))
            await people.PrepareAsync(plan.Deadline, cancellationToken);

        var reporter = await browser.OpenAsync(desk.Address, Phone, isScriptOn: false);
        var receipt = await ReportAsync(reporter, offer.Address);
        await ExpectStateAsync(reporter, receipt, "checked");

        var analyst = await SignInAsync(desk, "analis", Monitor);
        await PhotographAsync(analyst, "queue-1440");
        await analyst.GetByRole(AriaRole.Link, new() { Name = "LOKER KAMBOJA" }).ClickAsync();
        await PhotographAsync(analyst, "case-1440");
        await DecideAsync(analyst, "Menjanjikan visa turis untuk bekerja.", "Verifikasi", "Verified");

        await TryTextAsync(analyst);

        var approver = await SignInAsync(desk, "penyetuju-kp2mi", Monitor, isScriptOn: true);
        await approver.GotoAsync("/meja/model");
        await Assertions.Expect(approver.GetByText("1 laporan dalam 28 hari terakhir")).ToBeVisibleAsync();
        await PhotographAsync(approver, "model-1440");
        await ExpectNoBarrierAsync(approver);
        await approver.GotoAsync("/meja");
        await OpenCaseAsync(approver);
        await DecideAsync(approver, "Mohon diturunkan.", "Serahkan", "HandedOver");

        var drafter = await SignInAsync(desk, "petugas-komdigi", Monitor);
        await OpenCaseAsync(drafter);
        await drafter.Locator("#dasar").SelectOptionAsync(new SelectOptionValue { Label = await LabelAsync(drafter, "Aturan latihan") });
        await DecideAsync(drafter, "Ditemukan tanda bahaya: visa turis untuk bekerja.", "Rancang", "UnderReview");

        var signer = await SignInAsync(desk, "penyetuju-komdigi", Phone);
        await PhotographAsync(signer, "queue-360");
        await OpenCaseAsync(signer);
        await DecideAsync(signer, "Dasar hukum sudah tepat.", "Tanda tangani dan kirim", "Ordered");
        await ExpectStateAsync(reporter, receipt, "ordered", "gone");

        await ReloadUntilAsync(signer, "#perintah [data-state=ConfirmedGone]");
        await PhotographAsync(signer, "case-gone-360");
        await ExpectStateAsync(reporter, receipt, "gone");
        await PhotographAsync(reporter, "status-gone-360");
        await Assertions.Expect(signer.Locator(".timeline")).ToContainTextAsync("dua kali dilihat");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lapor")]
    [InlineData("/status")]
    [InlineData("/bantuan")]
    [InlineData("/masuk")]
    [InlineData("/lapor?bahasa=en")]
    [InlineData("/pelajaran")]
    [InlineData("/peringatan")]
    [InlineData("/pelajaran/visa_non_kerja")]
    [InlineData("/cek/kotak")]
    public async Task A_public_page_has_no_barrier_that_a_machine_can_see_and_fits_a_small_phone(string path)
    {
        var page = await browser.OpenAsync(quiet.Address, Phone);
        var bytes = 0;
        page.Response += async (_, response) => Interlocked.Add(ref bytes, (await response.BodyAsync()).Length);

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        await ExpectNoBarrierAsync(page);
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        // The page of officers has one more, for passkeys; the box for other sites has none.
        Assert.Equal(path switch { "/cek/kotak" => 0, "/masuk" => 2, _ => 1 }, await page.Locator("script").CountAsync());
        Assert.Equal(0, await page.Locator("script:not([src^='/terjaga.js'], [src^='/passkey.js']), script:not([defer], [type=module]), script:not(:empty)").CountAsync());
        Assert.InRange(bytes, 1_000, 50_000);
        await PhotographAsync(page, "public" + path.Replace('/', '-').Replace('?', '-') + "-360");
        await page.SetViewportSizeAsync(Monitor, 900);
        await PhotographAsync(page, "public" + path.Replace('/', '-').Replace('?', '-') + "-1440");
    }

    private static async Task<string> ReportAsync(IPage page, string link)
    {
        await page.GotoAsync("/lapor");
        await page.Locator("#tautan").FillAsync(link);
        await page.Locator("#tulisan").FillAsync(Offer);
        await page.Locator("#kontak").FillAsync("0812-0000-0000");
        await PhotographAsync(page, "report-360");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await PhotographAsync(page, "receipt-360");
        return await page.Locator("#tanda-terima").InnerTextAsync();
    }

    /// <summary>Leaves the officer on the page of the case.</summary>
    private static async Task TryTextAsync(IPage page)
    {
        var address = page.Url;
        await page.GotoAsync("/meja/saring");
        await page.Locator("#teks").FillAsync(Offer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Saring" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said mark").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("+6281234567890", new() { Exact = true })).ToBeVisibleAsync();
        await PhotographAsync(page, "try-1440");
        await page.SetViewportSizeAsync(Phone, 800);
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await PhotographAsync(page, "try-360");
        await page.SetViewportSizeAsync(Monitor, 900);
        await page.GotoAsync(address);
    }

    private static async Task ExpectNoBarrierAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}")));
    }

    private async Task<IPage> SignInAsync(DeskProcess desk, string name, int width, bool isScriptOn = false)
    {
        var page = await browser.OpenAsync(desk.Address, width, isScriptOn);
        await page.GotoAsync("/meja");
        await page.Locator("#nama").FillAsync(name);
        await page.Locator("#sandi").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        return page;
    }

    private static Task OpenCaseAsync(IPage page) =>
        page.GetByRole(AriaRole.Link, new() { Name = "LOKER KAMBOJA" }).ClickAsync();

    private static async Task DecideAsync(IPage page, string reason, string button, string state)
    {
        await page.Locator("#alasan").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#keadaan")).ToHaveAttributeAsync("data-state", state);
    }

    private static async Task<string> LabelAsync(IPage page, string beginning) =>
        await page.Locator("#dasar option", new() { HasText = beginning }).First.InnerTextAsync();

    private static async Task ExpectStateAsync(IPage page, string receipt, params string[] states)
    {
        var last = "";
        for (var tries = 0; tries < 100; tries++)
        {
            await page.GotoAsync("/status");
            // As a person types it: lower case, without hyphens.
            await page.Locator("#tanda").FillAsync(receipt.Replace("-", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture));
            await page.GetByRole(AriaRole.Button, new() { Name = "Lihat" }).ClickAsync();
            last = await page.Locator("#hasil").GetAttributeAsync("data-state") ?? "";
            if (states.Contains(last))
                return;
            await Task.Delay(100);
        }

        Assert.Fail($"The receipt says '{last}', and not {string.Join(" or ", states)}.");
    }

    private static async Task ReloadUntilAsync(IPage page, string selector)
    {
        for (var tries = 0; tries < 150 && await page.Locator(selector).CountAsync() == 0; tries++)
        {
            await Task.Delay(200);
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator(selector)).ToHaveCountAsync(1);
    }

    private static Task<byte[]> PhotographAsync(IPage page, string name) => page.ScreenshotAsync(
        new() { Path = Path.Combine(_pictures, name + ".png"), FullPage = true });
}
