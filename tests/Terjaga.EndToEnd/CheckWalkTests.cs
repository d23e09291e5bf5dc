using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>Ten people with cheap phones and no script ask what to make of what they were offered.</summary>
public sealed class CheckWalkTests(Browser browser, DemoDesk demo) : IClassFixture<Browser>, IClassFixture<DemoDesk>
{
    /// <summary>What a check and its answer may weigh together, in bytes on the line.</summary>
    private const int MaxWeight = 50_000;

    private const string Listed = "PT Lentera Samudra Tujuh Contoh", Permit = "CONTOH-SIP2MI-0001-2026";

    private const string Scam =
        "LOKER KAMBOJA! Gaji 15 juta, tanpa pengalaman. Berangkat pakai visa turis dulu. Transfer DP 3 juta ke BCA 0001234567 a.n. Budi. WA 0861-5555-1234";

    private static readonly string _pictures = Path.Combine(SharedFolder.Root, "artifacts", "pictures");

    public static TheoryData<string, string, string[], string[]> People => new()
    {
        {
            "scam", Scam,
            ["Ada tanda bahaya", "Berangkat dengan visa bukan visa kerja", "Kamboja bukan negara penempatan", "Jangan bayar dulu", "Laporkan ini"], []
        },
        {
            "lawful", $"{Listed}, SIP3MI CONTOH-SIP3MI-001-2025, membuka lowongan penata laksana rumah tangga di Hong Kong. SIP2MI {Permit}. Gaji HKD 5.100 per bulan, kontrak 2 tahun, libur satu hari seminggu, asrama dan makan. Syarat umur 21-40 tahun, sehat. Daftar di kantor kami Jakarta Timur, telepon +62 861-5000-3177, atau lewat Disnaker.",
            [$"{Listed}: ada di daftar per 1 November 2026", "Kontak di tulisan ini sama dengan yang tercatat", $"Nomor {Permit}: ada di daftar"], ["Ada tanda bahaya"]
        },
        {
            "cloned", $"{Listed} buka lowongan ke Hong Kong, gaji besar. Hubungi WA 0861-9999-0000 sekarang, kuota terbatas.",
            ["bukan yang tercatat untuk perusahaan ini", "Hubungi kantor perusahaan lewat nomor di daftar resmi"], ["Kami tidak melihat tanda bahaya"]
        },
        { "misspelt", "PT Lentra Samudra Tujuh Contoh", ["Yang mirip: " + Listed], [] },
        { "not-listed", "PT Angkasa Wiraguna Sejati", ["tidak ada di daftar per 1 November 2026", "Ini belum tentu berarti salah"], ["Ada tanda bahaya"] },
        { "expired", "PT Kelopak Satria Tujuh Contoh", ["izinnya tidak berlaku lagi"], [] },
        { "link", "https://kp2mi.go.id/berita", ["situs resmi KP2MI"], ["Ada tanda bahaya"] },
        { "account", "BCA 0007310000", ["tercatat untuk " + Listed], [] },
        {
            "danger", "Tolong saya disekap di Kamboja, paspor ditahan, disuruh kerja paksa dan dipukul. Saya mau pulang.",
            ["Kalau Anda atau orang lain dalam bahaya", "Keluar cepat", "Hubungi nomor bantuan di atas dulu"], ["Kami tidak melihat tanda bahaya"]
        },
        {
            "news", "JAKARTA - Polisi menangkap tiga tersangka yang menawarkan kerja di Kamboja dengan visa turis. Menurut keterangan polisi, korban diminta membayar Rp5 juta, kata Kapolres, Selasa.",
            ["Tulisan ini tampaknya membahas lowongan"], ["Ada tanda bahaya"]
        },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_person_without_script_is_answered_in_four_steps_within_the_weight(string name, string text, string[] said, string[] notSaid)
    {
        var page = await browser.OpenAsync(demo.Address, 360, isScriptOn: false);
        var weight = Weigh(page);
        await page.GotoAsync("/cek", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("#teks").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cek sekarang" }).ClickAsync();

        var answer = await page.Locator("main").InnerTextAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, $"check-{name}-360.png"), FullPage = true });
        Assert.All(said, words => Assert.Contains(words, answer, StringComparison.Ordinal));
        Assert.All(notSaid, words => Assert.DoesNotContain(words, answer, StringComparison.Ordinal));
        Assert.Equal(4, await page.Locator("main h2").Filter(new() { HasTextRegex = new(@"^\d\. ") }).CountAsync());
        Assert.DoesNotContain("%", answer, StringComparison.Ordinal);
        Assert.InRange(weight(), 1_000, MaxWeight);
        await ExpectFitsAsync(page, 320);
        if (name == "danger")
            Assert.Equal("bahaya", await page.Locator("main h2").First.GetAttributeAsync("id"));
    }

    [Fact]
    public async Task One_tap_reports_exactly_what_was_checked_and_the_other_language_gives_the_same_answer()
    {
        var page = await browser.OpenAsync(demo.Address, 360, isScriptOn: false);
        await AskAsync(page, "Kerja ke Malaysia pakai visa turis, gaji 12 juta, transfer DP dulu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read this in English" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("3. What you can do now");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report this" }).ClickAsync();

        await Assertions.Expect(page.Locator("#tanda-terima")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_pages_have_no_barrier_that_a_machine_can_see()
    {
        var page = await browser.OpenAsync(demo.Address, 360);
        await page.GotoAsync("/cek");
        await ExpectNoBarrierAsync(page);
        await AskAsync(page, Scam);
        await page.Locator("summary").ClickAsync();
        await ExpectNoBarrierAsync(page);
        await page.SetViewportSizeAsync(1440, 900);
        await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, "check-scam-1440.png"), FullPage = true });
    }

    [Fact]
    public async Task A_slow_line_carries_the_answer_within_a_second_of_asking()
    {
        // 400 kbit/s and 400 ms there and back, as a bus in the hills has it; reckoned and not timed, for the machine may be busy.
        const double Latency = 0.4, BytesPerSecond = 50_000, Limit = 1.0;
        var page = await browser.OpenAsync(demo.Address, 360, isScriptOn: false);
        await page.GotoAsync("/cek");
        await page.Locator("#teks").FillAsync(Scam);
        List<IRequest> asked = [];
        page.RequestFinished += (_, request) => asked.Add(request);

        await page.GetByRole(AriaRole.Button, new() { Name = "Cek sekarang" }).ClickAsync();
        await page.GetByText("Hasil cek").First.WaitForAsync();

        var answer = Assert.Single(asked, request => request.IsNavigationRequest);
        var sizes = await answer.SizesAsync();
        var bytes = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes");
        Assert.InRange(Latency + (bytes / BytesPerSecond), Latency + 0.01, Limit);
        Assert.DoesNotContain(asked, request => request != answer && request.ResourceType == "script");
    }

    [Theory]
    [InlineData("", "", "Belum ada yang dicek")]
    [InlineData("https://cek.terjaga.example/lapor", "", "Terjaga sendiri")]
    [InlineData("", "setup.exe.png", "bukan gambar yang kami kenal")]
    public async Task Bad_input_is_answered_with_a_clear_sentence(string text, string file, string sentence)
    {
        var page = await browser.OpenAsync(demo.Address, 360, isScriptOn: false);
        await page.GotoAsync("/cek");
        await page.Locator("#teks").FillAsync(text);
        if (file.Length > 0)
            await page.Locator("#gambar").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "image/png", Buffer = [.. "MZ"u8, .. new byte[5_000]] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Cek sekarang" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        await Assertions.Expect(page.Locator("#teks")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_poster_is_read_shown_blurred_and_explained_and_its_picture_is_not_kept()
    {
        var poster = SharedFolder.Require("data/posters/originals/s05.jpg");
        var page = await browser.OpenAsync(demo.Address, 360, isScriptOn: false);
        await page.GotoAsync("/cek");
        await page.Locator("#gambar").SetInputFilesAsync(poster);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cek sekarang" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ada tanda bahaya");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Pakai visa turis dulu");
        await Assertions.Expect(page.GetByAltText("Gambar Anda, dikaburkan")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, "check-poster-360.png"), FullPage = true });
        Assert.False(Directory.Exists(Path.Combine(demo.Data, "files")) && Directory.EnumerateFiles(Path.Combine(demo.Data, "files"), "*", SearchOption.AllDirectories).Any());
    }

    private static async Task AskAsync(IPage page, string text)
    {
        await page.GotoAsync("/cek");
        await page.Locator("#teks").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cek sekarang" }).ClickAsync();
    }

    /// <summary>Counts what goes over the line, compressed as it is.</summary>
    private static Func<int> Weigh(IPage page)
    {
        var bytes = 0;
        page.RequestFinished += async (_, request) =>
        {
            var sizes = await request.SizesAsync();
            Interlocked.Add(ref bytes, sizes.ResponseBodySize + sizes.ResponseHeadersSize + sizes.RequestBodySize + sizes.RequestHeadersSize);
        };
        return () => bytes;
    }

    private static async Task ExpectFitsAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        // Without script the page cannot be asked for its width; what is drawn of it can.
        var drawn = await page.Locator("main").BoundingBoxAsync();
        Assert.InRange(drawn!.Width, 1, width);
    }

    private static async Task ExpectNoBarrierAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}")));
    }
}
