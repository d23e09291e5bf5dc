using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Terjaga.Evidence.Packages;

namespace Terjaga.Tests.Evidence.Packages;

public sealed class PackageWriterTests
{
    [Fact]
    public async Task The_same_contents_give_the_same_bytes_but_for_the_signature()
    {
        var contents = SamplePackage.Contents();
        var (one, two) = (await SamplePackage.BytesAsync(contents), await SamplePackage.BytesAsync(contents));
        var at = one.AsSpan().LastIndexOf("manifest.sha256"u8);
        var signature = one.AsSpan().IndexOf("manifest.sig"u8);

        Assert.True(at > signature && signature > 0);
        Assert.Equal(one[..(signature - 30)], two[..(signature - 30)]);
    }

    [Theory]
    [InlineData("index.html", "id", "Bukti kasus KP-2026-0042 <b>&")]
    [InlineData("index.en.html", "en", "Evidence of case KP-2026-0042 <b>&")]
    public async Task The_page_shows_what_strangers_wrote_as_text_only(string name, string language, string title)
    {
        using var zip = new ZipArchive(new MemoryStream(await SamplePackage.BytesAsync(SamplePackage.Contents())));
        await using var stream = await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        using var page = await new HtmlParser().ParseDocumentAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, b, form, [onclick]"));
        Assert.Equal("https://contoh.example/l?id=1&x=<script>", page.QuerySelector("dd code")!.TextContent);
        var links = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.All(links, link => Assert.NotNull(zip.GetEntry(link)));
        Assert.Contains("captures/3/screenshot.png", links);
    }

    [Fact]
    public async Task A_package_that_would_be_signed_by_another_key_than_the_head_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Expect.Problem("package.key-differs", await PackageWriter.WriteAsync(SamplePackage.Contents(), other, Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_package_that_is_too_large_is_refused()
    {
        var one = new PackagePicture("image/png", SamplePackage.Part(new byte[1]));
        var many = SamplePackage.Contents(captures: 1) with { Uploads = [.. Enumerable.Repeat(one, PackageWriter.MaxParts)] };

        Expect.Problem("package.too-large", await PackageWriter.WriteAsync(many, SamplePackage.Key, Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_paper_inside_says_the_same_in_both_languages()
    {
        using var zip = new ZipArchive(new MemoryStream(await SamplePackage.BytesAsync(SamplePackage.Contents())));
        using var reader = new StreamReader(await zip.GetEntry("READ-ME.txt")!.OpenAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, text.Split("\n   sha256sum -c manifest.sha256\n").Length - 1);
        Assert.Equal(2, text.Split("\n   openssl ts -verify ").Length - 1);
    }
}
