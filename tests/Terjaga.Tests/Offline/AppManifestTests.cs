using System.Text.Json.Nodes;
using SkiaSharp;
using Terjaga.App.Offline;

namespace Terjaga.Tests.Offline;

public sealed class AppManifestTests(SharedDesk shared)
{
    [Fact]
    public async Task A_phone_reads_in_Indonesian_what_the_app_is_and_opens_it_at_the_check()
    {
        using var answer = await shared.Desk.GetAsync("/manifest.webmanifest?bahasa=en");
        var manifest = await ReadAsync("/manifest.webmanifest?bahasa=en");

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Terjaga: cek lowongan kerja", (string?)manifest["name"]);
        Assert.Equal("Terjaga", (string?)manifest["short_name"]);
        Assert.Contains("tanda bahaya", (string?)manifest["description"], StringComparison.Ordinal);
        Assert.Equal("/cek", (string?)manifest["start_url"]);
        Assert.Equal("/", (string?)manifest["scope"]);
        Assert.Equal("standalone", (string?)manifest["display"]);
    }

    [Fact]
    public async Task The_app_has_the_colours_of_the_style_sheet()
    {
        var manifest = await ReadAsync("/manifest.webmanifest");
        var sheet = await shared.Desk.ReadAsync("/style.css");

        Assert.Contains($"--brand:{manifest["theme_color"]};", sheet, StringComparison.Ordinal);
        Assert.Contains($"--paper:{manifest["background_color"]};", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_icon_is_there_in_the_size_that_it_names()
    {
        var icons = (await ReadAsync("/manifest.webmanifest"))["icons"]!.AsArray();

        foreach (var icon in icons)
        {
            using var answer = await shared.Desk.GetAsync((string)icon!["src"]!);
            var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal((string?)icon["type"], answer.Content.Headers.ContentType?.MediaType);
            if ((string?)icon["type"] != AppIcons.MediaType)
                continue;
            using var picture = SKBitmap.Decode(content);
            Assert.Equal((string?)icon["sizes"], $"{picture.Width}x{picture.Height}");
        }

        Assert.Equal(["192x192", "512x512"], icons.Where(icon => (string?)icon!["type"] == AppIcons.MediaType && (string?)icon["purpose"] == "any")
            .Select(icon => (string?)icon!["sizes"]));
        Assert.Contains(icons, icon => (string?)icon!["purpose"] == "maskable");
    }

    [Fact]
    public async Task A_phone_that_cuts_the_icon_to_a_circle_cuts_nothing_of_the_sign()
    {
        using var answer = await shared.Desk.GetAsync("/icon-512.png");
        using var icon = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var ground = SKColor.Parse(AppManifest.Brand);
        var middle = icon.Width / 2;

        var drawn = Enumerable.Range(0, icon.Width).SelectMany(x => Enumerable.Range(0, icon.Height).Select(y => (X: x, Y: y)))
            .Where(at => icon.GetPixel(at.X, at.Y) != ground).ToList();

        Assert.NotEmpty(drawn);
        // 40 % of the side: the safe zone of a maskable icon.
        Assert.InRange(drawn.Max(at => Math.Sqrt(Math.Pow(at.X - middle, 2) + Math.Pow(at.Y - middle, 2))), 1, icon.Width * 0.4);
    }

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await shared.Desk.ReadAsync(path))!;
}
