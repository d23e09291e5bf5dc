using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>An analyst's walk through a campaign: what the desk joined and why, what it only proposes, and every step undone again.</summary>
public sealed class CampaignWalkTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Copies with which the page must stay readable.</summary>
    private const int Many = 10_000;

    private static readonly string[] _copies =
    [
        "Dibutuhkan segera operator pabrik sarung tangan di Malaysia, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, berangkat bulan depan pakai visa turis dulu, gaji 9 juta, hubungi WA 0861-7740-1128",
        "DIBUTUHKAN SEGERA operator pabrik sarung tangan di Kamboja, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, berangkat minggu depan pakai visa turis dulu, gaji 12 juta, hubungi WA 0873-1190-6642",
        "Info loker: operator pabrik sarung tangan di Thailand, umur 18 sampai 40 tahun, lulusan SMP boleh, makan dan mess ditanggung, berangkat besok pakai visa turis dulu nanti diurus, gaji 15 juta, hubungi telegram @sarungtangan_admin",
    ];

    private const string Late =
        "Dibutuhkan cepat operator pabrik sarung tangan di Laos, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, berangkat lusa pakai visa turis dulu, gaji 20 juta, hubungi WA 0857-3321-9087";

    [Fact]
    public async Task Copies_become_one_campaign_and_what_a_person_joins_parts_and_undoes_is_seen_on_its_page()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = new DeskProcess();
        await desk.StartStaffedAsync(cancellationToken);
        using var staff = new Staff(desk.Address);
        await staff.JoinAsync(desk, cancellationToken);
        foreach (var copy in _copies)
            await ReportAsync(staff.Analyst, copy, cancellationToken);
        var id = await OfficerWalk.CaseWithAsync(staff.Analyst, "New", reports: 3, cancellationToken);

        var page = await OfficerWalk.SignInAsync(browser, desk, "analis");
        await page.GotoAsync($"/meja/perkara/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat sebagai kampanye" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yang digabung dan dipisah" })).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "campaign");
        await WhyAsync(page);
        await SplitAndUndoAsync(page, id);

        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        await page.Locator("[name=alasan][accesskey]").FillAsync("Visa turis untuk bekerja.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verifikasi", Exact = true }).ClickAsync();
        await ReportAsync(staff.Analyst, Late, cancellationToken);
        await OfficerWalk.CaseWithAsync(staff.Analyst, "New", reports: 1, cancellationToken);
        await ProposalAsync(page, id);
        await ExportAsync(page, id);
        await ProposeWarningAsync(page, id);
        await WarnAsync(await OfficerWalk.SignInAsync(browser, desk, "penyetuju-kp2mi"), id);

        Fill(desk.Data, id);
        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        await Assertions.Expect(page.GetByText("10.00", new() { Exact = false }).First).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "campaign-10000");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.outerHTML.length"), 10_000, 300_000);
    }

    private static async Task WhyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Mengapa?" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".report mark").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Tautan ini menggabungkan kedua perkara.")).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "link");
    }

    private static async Task SplitAndUndoAsync(IPage page, string id)
    {
        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        await page.Locator("[name=tawaran]").Last.CheckAsync();
        await page.Locator("#alasan-pindah").FillAsync("Kru lain.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pindahkan" }).ClickAsync();
        Assert.DoesNotContain(id, page.Url, StringComparison.Ordinal);
        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        await Assertions.Expect(page.Locator("[name=tawaran]")).ToHaveCountAsync(2);
        await page.Locator("#langkah summary").First.ClickAsync();
        await page.Locator("#langkah [name=alasan]").First.FillAsync("Ternyata kru yang sama.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Urungkan" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("[name=tawaran]")).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByText("Diurungkan").First).ToBeVisibleAsync();
    }

    private static async Task ProposalAsync(IPage page, string id)
    {
        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        // Copies are looked for after a report has been screened, as work of its own.
        for (var look = 0; look < 150 && await page.Locator("#usulan a").CountAsync() == 0; look++)
        {
            await page.WaitForTimeoutAsync(200);
            await page.ReloadAsync();
        }

        await page.Locator("#usulan a").First.ClickAsync();
        await Assertions.Expect(page.GetByText("Perkara itu sudah diputus")).ToBeVisibleAsync();
        await OfficerWalk.ExpectReadableAsync(page, "proposal");
        await page.Locator("#alasan").FillAsync("Kata-katanya sama.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gabungkan" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name=tawaran]")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator("#usulan")).ToHaveCountAsync(0);
    }

    private static async Task ExportAsync(IPage page, string id)
    {
        await page.Locator("[name=sekali]").CheckAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("6286177401128", text, StringComparison.Ordinal);
        await page.GotoAsync($"/meja/perkara/{id}");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Penanda diambil");
    }

    private static async Task ProposeWarningAsync(IPage page, string id)
    {
        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        await page.Locator("#alasan-peringatan").FillAsync("Banyak yang bertanya.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Usulkan peringatan" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Peringatan diusulkan pada")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Peringatkan masyarakat" })).ToHaveCountAsync(0);
    }

    private static async Task WarnAsync(IPage page, string id)
    {
        await page.GotoAsync($"/meja/perkara/{id}/kampanye");
        await page.Locator("#alasan-peringatan").FillAsync("Banyak yang bertanya.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Peringatkan masyarakat" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat halamannya" }).ClickAsync();
        await Assertions.Expect(page.Locator(".signs a[href='/pelajaran/visa_non_kerja']")).ToBeVisibleAsync();
        Assert.DoesNotContain("0861", await page.ContentAsync(), StringComparison.Ordinal);
        await OfficerWalk.ExpectReadableAsync(page, "warnings");
    }

    private static async Task ReportAsync(DeskClient client, string text, CancellationToken cancellationToken)
    {
        var (status, body) = await client.PostAsync("/api/reports", new { text, channel = "facebook" }, cancellationToken);
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
    }

    /// <summary>Gives a case ten thousand copies more, of the last thirty days.</summary>
    private static void Fill(string data, string id)
    {
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(data, "*.db").Single()}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TEMP TABLE old AS SELECT row_number() OVER () - 1 AS n, r.* FROM case_reports r WHERE case_file_id = upper('{id}');
            WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < {Many - 1})
            INSERT INTO case_reports (report_id, case_file_id, offer_id, filed_at, is_danger, words, rank, stands_apart, channel)
            SELECT upper(printf('01900000-%04x-7000-8000-%012x', i % 65536, i)), case_file_id, offer_id,
                filed_at - (i * 7919 % 2592000) * 1000000, 0,
                words || CASE i % 17 WHEN 0 THEN ' kuota terbatas sekali' WHEN 1 THEN ' dijamin aman bos' WHEN 2 THEN ' khusus pria lajang' ELSE '' END,
                20, 0, CASE i % 4 WHEN 0 THEN 'facebook' WHEN 1 THEN 'telegram' WHEN 2 THEN 'tiktok' ELSE 'whatsapp' END
            FROM number JOIN old ON old.n = i % 4;
            INSERT INTO contact_sightings (key, report_id)
            SELECT printf('phone:+62812%07d', (rowid * rowid) % 997), report_id FROM case_reports WHERE report_id LIKE '01900000-%';
            """);
        command.ExecuteNonQuery();
    }
}
