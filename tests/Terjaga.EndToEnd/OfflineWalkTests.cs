using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>Somebody reads one lesson, and then has no network.</summary>
public sealed class OfflineWalkTests(Browser browser, DemoDesk demo) : IClassFixture<Browser>, IClassFixture<DemoDesk>
{
    private const string Asked = "LOKER KAMBOJA, hubungi Budi 0861-5555-7431";

    /// <summary>The worker takes over when it has stored all.</summary>
    private const string UntilKept =
        "() => navigator.serviceWorker.controller || new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done))";

    /// <summary>Addresses and words of all that the device keeps.</summary>
    private const string ReadStore =
        """
        async () => {
          const all = [];
          for (const name of await caches.keys())
            for (const request of await (await caches.open(name)).keys())
              all.push(new URL(request.url).pathname + ' ' + await (await (await caches.open(name)).match(request)).text());
          return all;
        }
        """;

    private static readonly string _pictures = Path.Combine(SharedFolder.Root, "artifacts", "pictures");

    [Fact]
    public async Task Lessons_and_numbers_are_read_without_a_network_and_nothing_of_a_check_is_kept()
    {
        var page = await browser.OpenAsync(demo.Address, 360);
        await page.GotoAsync("/pelajaran/visa_non_kerja");
        await page.EvaluateAsync(UntilKept);
        await page.GotoAsync("/cek");
        await page.Locator("#teks").FillAsync(Asked);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cek sekarang" }).ClickAsync();
        await page.GetByText("Hasil cek").First.WaitForAsync();
        await page.GotoAsync("/status");

        await page.Context.SetOfflineAsync(true);
        await ReadLessonsAsync(page);
        await ReadHelpAsync(page);

        var kept = await page.EvaluateAsync<string[]>(ReadStore);
        Assert.InRange(kept.Length, 100, 1_000);
        Assert.All(kept, entry => Assert.Matches(@"^/( (id|en)$|pelajaran[ /]|(bantuan|luring|style\.css|icon\.svg|terjaga\.js) )", entry));
        Assert.DoesNotContain(kept, entry => entry.Contains("7431", StringComparison.Ordinal));
        Assert.Empty(await page.Context.CookiesAsync());

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/cek");
        await Assertions.Expect(page.Locator("#teks")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_checks_and_reads_no_lesson_leaves_nothing_on_the_phone()
    {
        var page = await browser.OpenAsync(demo.Address, 360);
        await page.GotoAsync("/cek");
        await page.GotoAsync("/bantuan", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length"));
    }

    [Fact]
    public async Task Whoever_read_in_English_reads_on_in_English()
    {
        var page = await browser.OpenAsync(demo.Address, 360);
        await page.GotoAsync("/pelajaran?bahasa=en");
        await page.EvaluateAsync(UntilKept);
        Assert.Equal("en", Assert.Single(await page.Context.CookiesAsync()).Value);
        await page.GotoAsync("/pelajaran");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/bantuan");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    private static async Task ReadLessonsAsync(IPage page)
    {
        await page.GotoAsync("/pelajaran");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tanda bahaya lowongan kerja" })).ToBeVisibleAsync();
        await page.Locator("ul.signs a").Nth(5).ClickAsync();
        await Assertions.Expect(page.GetByText("Mengapa ini penting")).ToBeVisibleAsync();
        Assert.NotEqual("rgba(0, 0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Why it matters")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, "offline-lesson-360.png"), FullPage = true });
        await page.GetByRole(AriaRole.Link, new() { Name = "Indonesia", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Mengapa ini penting")).ToBeVisibleAsync();
    }

    private static async Task ReadHelpAsync(IPage page)
    {
        await page.GotoAsync("/cek");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Belum ada jaringan" })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, "offline-check-360.png"), FullPage = true });
        await page.GetByRole(AriaRole.Link, new() { Name = "Nomor bantuan", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main a[href='tel:08001000']").First).ToBeVisibleAsync();
    }
}
