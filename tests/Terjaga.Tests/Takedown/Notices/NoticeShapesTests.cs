using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Terjaga.Takedown;
using Terjaga.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Notices;

public sealed class NoticeShapesTests
{
    [Fact]
    public async Task The_letter_says_its_number_its_reason_every_address_and_names_what_is_missing()
    {
        var text = await ReadAsync(NoticeLetter.ToPdf(SampleNotice.Of(urls: ["https://situs.example/a", "https://situs.example/b"])));

        foreach (var part in new[]
        {
            "12/TERJAGA/XI/2026", "Kepada: Situs", "Aturan uji", "24 jam", "Visa turis untuk bekerja.", "1. hxxps://situs[.]example/a",
            "2. hxxps://situs[.]example/b", "belum diisi: kelas konten", "belum diisi: nama resmi dan jabatan penanda tangan", new string('a', 40),
            "halaman 1 dari 1",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("RANCANGAN", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_called_it_urgent_is_asked_for_only_where_somebody_did_and_a_draft_is_marked()
    {
        var ground = new ContentClasses.Row(ContentClasses.Kind.Urgency, "u", "Membahayakan orang", "Danger to people", "x", new DateOnly(2020, 1, 1), null);

        var text = await ReadAsync(NoticeLetter.ToPdf((SampleNotice.Of() with { Urgency = ground }).AsDraft()));

        Assert.Contains("Membahayakan orang", text, StringComparison.Ordinal);
        Assert.Contains("belum diisi: nama resmi petugas yang menyatakan mendesak", text, StringComparison.Ordinal);
        Assert.Contains("RANCANGAN", text, StringComparison.Ordinal);
        Assert.Contains("belum diisi: nomor surat", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_long_addresses_and_a_hostile_reason_fill_many_pages_and_lose_nothing()
    {
        string[] urls = [.. Enumerable.Range(0, 500).Select(i => $"https://situs.example/{new string('p', 300)}{i:D3}z")];
        var notice = SampleNotice.Of(SampleNotice.Hostile, urls);

        var text = (await ReadAsync(NoticeLetter.ToPdf(notice))).Replace(" ", "", StringComparison.Ordinal);

        Assert.All(Enumerable.Range(0, 500), i => Assert.Contains($"{i:D3}z", text, StringComparison.Ordinal));
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
        Assert.Equal(500, JsonNode.Parse(NoticeBody.ToJson(notice))!["orders"]!.AsArray().Count);
    }

    [Fact]
    public void The_text_for_the_complaint_site_has_exact_links_the_reason_and_the_evidence()
    {
        var text = ComplaintText.Of(SampleNotice.Of(SampleNotice.Hostile));

        Assert.Contains("\nhttps://situs.example/a\n", text, StringComparison.Ordinal);
        Assert.Contains("Kategori: penipuan", text, StringComparison.Ordinal);
        Assert.Contains($"2026-11-24 19:30:00 UTC {new string('a', 64)}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c is '\r' or '\u202E' or '\u2028');
        Assert.DoesNotContain("://jahat", text.Replace("hxxp", "http", StringComparison.Ordinal).Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_carries_hostile_words_whole_and_a_withdrawal_has_no_answer()
    {
        var notice = SampleNotice.Of(SampleNotice.Hostile);
        var ended = notice with
        {
            Type = Notice.WithdrawalType,
            Withdraws = new NoticeWithdrawal(Guid.Empty, "1/TERJAGA/XI/2026", SampleNotice.At),
            Orders = [notice.Orders[0] with { Answer = null }],
        };

        Assert.Equal(SampleNotice.Hostile, (string?)JsonNode.Parse(NoticeBody.ToJson(notice))!["reason"]);
        var body = JsonNode.Parse(NoticeBody.ToJson(ended))!;
        Assert.Equal("1/TERJAGA/XI/2026", (string?)body["withdraws_number"]);
        Assert.Null(body["orders"]![0]!["answer"]);
        Assert.Contains("Perintah yang ditarik: 1/TERJAGA/XI/2026", NoticeMail.TextOf(ended), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://situs.example:8443/a.b", "hxxps://situs[.]example:8443/a.b")]
    [InlineData("http://user@situs.example?x=http://lain.example", "hxxp://user@situs[.]example?x=hxxp://lain.example")]
    [InlineData("http://[2001:db8::1]/a", "hxxp://[2001:db8::1]/a")]
    public void An_address_is_read_and_not_followed(string url, string expected) => Assert.Equal(expected, SafeText.Defang(url));

    /// <summary>The words of a PDF as another program reads them: poppler's, or Ghostscript.</summary>
    private const string Reader = "/usr/bin/pdftotext";

    private static async Task<string> ReadAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "surat.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        Assert.SkipUnless(File.Exists(Reader), "pdftotext is not here (Debian: apt-get install poppler-utils).");
        using var reader = Process.Start(new ProcessStartInfo(Reader, ["-layout", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = await reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reader.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (reader.ExitCode, await reader.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
