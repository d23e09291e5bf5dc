using Microsoft.Playwright;
using Terjaga.EndToEnd.Rehearsing;

namespace Terjaga.EndToEnd;

/// <summary>Two ministries, one case: from the report to the order without a mouse, and with as few acts as the law leaves.</summary>
public sealed class KeyboardWalkTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Acts that each ministry may need where nothing is unclear. Two persons of each are the least that the rule of two leaves.</summary>
    private const int MostOfKp2mi = 3, MostOfKomdigi = 2;

    private const string Offer =
        "LOKER KAMBOJA! Gaji 15 juta, tanpa pengalaman. Berangkat pakai visa turis dulu, tiket ditanggung. Hubungi wa.me/6281234567890";

    private int _acts;

    [Fact]
    public async Task Officers_of_two_ministries_bring_a_case_from_report_to_order_by_keyboard_alone()
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
        using var reporter = new DeskClient(desk.Address);
        await reporter.PostAsync("/api/reports", new { text = Offer, link = offer.Address, channel = "facebook" }, cancellationToken);

        var analyst = await SignInAsync(desk, "analis");
        await OpenAsync(analyst, "New");
        await ActAsync(analyst, "v", "Menjanjikan visa turis untuk bekerja.", "Verified");
        var approver = await SignInAsync(desk, "penyetuju-kp2mi");
        await OpenAsync(approver, "Verified");
        await ActAsync(approver, "h", "Mohon diturunkan.", "HandedOver");
        Assert.InRange(_acts, 1, MostOfKp2mi);

        _acts = 0;
        var officer = await SignInAsync(desk, "petugas-komdigi");
        await OpenAsync(officer, "HandedOver");
        await ActAsync(officer, "d", "Ditemukan tanda bahaya: visa turis untuk bekerja.", "UnderReview");
        var signer = await SignInAsync(desk, "penyetuju-komdigi");
        await OpenAsync(signer, "UnderReview");
        await ActAsync(signer, "s", "Dasar hukum sudah tepat.", "Ordered");
        Assert.InRange(_acts, 1, MostOfKomdigi);
    }

    /// <summary>In a browser of the officer's own; what is counted are the forms that are sent once they are in.</summary>
    private async Task<IPage> SignInAsync(DeskProcess desk, string name)
    {
        var page = await browser.OpenAsync(desk.Address, 1440, isScriptOn: true);
        await page.GotoAsync("/meja");
        await ReachAsync(page, "nama");
        await page.Keyboard.TypeAsync(name);
        await ReachAsync(page, "sandi");
        await page.Keyboard.TypeAsync(Staff.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/meja*");
        page.Request += (_, request) => _acts += request.Method == "POST" ? 1 : 0;
        return page;
    }

    /// <summary>From key to key until the field has the focus.</summary>
    private static async Task ReachAsync(IPage page, string id)
    {
        for (var pressed = 0; pressed < 30 && await page.EvaluateAsync<string>("document.activeElement?.id ?? ''") != id; pressed++)
            await page.Keyboard.PressAsync("Tab");
        Assert.Equal(id, await page.EvaluateAsync<string>("document.activeElement?.id ?? ''"));
    }

    /// <summary>The first case of the queue; what the machine has still to do with it may take a moment.</summary>
    private static async Task OpenAsync(IPage page, string state)
    {
        for (var look = 0; look < 100 && await page.Locator("[data-row]").CountAsync() == 0; look++)
        {
            await page.WaitForTimeoutAsync(200);
            await page.ReloadAsync();
        }

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-row] a:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#keadaan")).ToHaveAttributeAsync("data-state", state);
    }

    private static async Task ActAsync(IPage page, string key, string reason, string state)
    {
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("textarea:focus")).ToHaveCountAsync(1);
        await page.Keyboard.TypeAsync(reason);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#keadaan")).ToHaveAttributeAsync("data-state", state);
    }
}
