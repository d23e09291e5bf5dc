using System.Text;
using AngleSharp.Html.Parser;
using Terjaga.Evidence;
using Terjaga.Evidence.Viewing;

namespace Terjaga.Tests.Evidence.Viewing;

/// <summary>What officers see of a stranger's page, judged by a parser that does not know how it was cleaned.</summary>
public sealed class SafePageTests
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly string[] _acts =
        ["script", "style", "iframe", "object", "embed", "form", "input", "button", "img", "svg", "math", "video", "audio", "link", "base", "template", "select", "textarea", "noscript", "frame", "frameset"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_keeps_its_words_and_their_order_and_nothing_that_acts()
    {
        var shown = await ShowAsync("""
            <title>Loker & rezeki</title><base href=//x/><body onload=alert(1)><h1 onclick=alert(1) style="color:red" class=x id=y>Gaji 15 juta</h1>
            <table><tr><td colspan=2>Visa <b>turis</b></table><a href=javascript:alert(1)>Daftar</a><img src=x onerror=alert(1) alt=foto>
            <script>var rahasia='skrip'</script><form action=//x><input name=a value=isian></form><svg><script>alert(1)</script></svg>
            """);

        Assert.Contains("<h1>Gaji 15 juta</h1>", shown, StringComparison.Ordinal);
        Assert.Contains("<td colspan=\"2\">Visa <b>turis</b>", shown, StringComparison.Ordinal);
        Assert.Contains("<a>Daftar</a>", shown, StringComparison.Ordinal);
        Assert.Contains("<title>Loker &amp; rezeki</title>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", shown, StringComparison.Ordinal);
        AssertIsStill(shown);
    }

    [Fact]
    public async Task A_page_whose_formatting_would_fill_the_memory_breaks_a_process_of_its_own_and_not_the_desk()
    {
        var bomb = Encoding.UTF8.GetBytes(
            "<p>Lowongan" + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<b x={number}>")) + string.Concat(Enumerable.Repeat("<p>x", 100_000)));

        Assert.False(Markup.IsPlain(bomb));
        Assert.StartsWith("Lowongan", await PageReader.WordsAsync(bomb, Html, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Gaji <b>besar</b>, <a href=x>daftar</a></p>", true)]
    [InlineData("<p>Gaji\0</p>", false)]
    public void Ordinary_pages_are_plain(string page, bool isPlain) => Assert.Equal(isPlain, Markup.IsPlain(Encoding.UTF8.GetBytes(page)));

    [Fact]
    public async Task No_line_of_the_shared_collections_leaves_anything_that_acts()
    {
        var lines = Directory.EnumerateFiles(SharedFolder.Require("standards/xss"), "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length < 1024 * 1024 && !Path.GetFileName(file).StartsWith("LICENSE", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file, Encoding.UTF8)).Where(line => line.Contains('<', StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(lines.Count > 300, $"{lines.Count} lines");

        foreach (var line in lines)
            AssertIsStill(await ShowAsync(line));
    }

    [Fact]
    public async Task A_page_nested_too_deep_is_refused_and_its_words_are_read_all_the_same()
    {
        var page = Encoding.UTF8.GetBytes("<p>Lowongan</p>" + string.Concat(Enumerable.Repeat("<div>", 200_000)) + "dasar");

        Expect.Problem("evidence.too-deep", await PageReader.PageAsync(page, Html, Stop));
        Assert.StartsWith("Lowongan", await PageReader.WordsAsync(page, Html, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html; charset=no-such")]
    [InlineData("text/html; charset=")]
    [InlineData("text/html; charset=utf-7")]
    public async Task An_unknown_charset_is_read_all_the_same(string mediaType)
    {
        var page = "<p>Lowongan\0 kerja</p>"u8.ToArray();

        Assert.StartsWith("Lowongan", await PageText.ReadAsync(page, mediaType, Stop), StringComparison.Ordinal);
        Expect.Value(await SafePage.OfAsync(page, mediaType, Stop));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData(null)]
    public async Task What_is_no_page_is_not_shown_as_one(string? mediaType) =>
        Expect.Problem("evidence.not-a-page", await SafePage.OfAsync("<h1>x</h1>"u8.ToArray(), mediaType, Stop));

    [Fact]
    public async Task The_shared_hostile_pages_are_read_and_shown_or_refused_with_a_code()
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Require("standards/hostile"), "*.html").Concat(Directory.EnumerateFiles(SharedFolder.Require("standards/html"), "*", SearchOption.AllDirectories)))
        {
            var body = await File.ReadAllBytesAsync(file, Stop);
            if (!Markup.IsPlain(body))
                await PageReader.WordsAsync(body, Html, Stop);
            else if ((await PageReader.PageAsync(body, Html, Stop)).TryGet(out var shown, out var problem))
                AssertIsStill(Encoding.UTF8.GetString(shown));
            else
                Assert.StartsWith("evidence.", problem.Code, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ShowAsync(string html) =>
        Encoding.UTF8.GetString(Expect.Value(await SafePage.OfAsync(Encoding.UTF8.GetBytes(html), Html, Stop)));

    private static void AssertIsStill(string shown)
    {
        using var page = new HtmlParser().ParseDocument(shown);
        Assert.All(page.All, element =>
        {
            Assert.DoesNotContain(element.LocalName, _acts);
            Assert.Subset(
                new HashSet<string> { "colspan", "rowspan", "lang", "dir", "charset" }, element.Attributes.Select(a => a.Name).ToHashSet());
        });
        var again = page.Body!.InnerHtml;
        using var reread = new HtmlParser().ParseDocument("<!doctype html><body>" + again);
        Assert.Equal(again, reread.Body!.InnerHtml);
    }
}
