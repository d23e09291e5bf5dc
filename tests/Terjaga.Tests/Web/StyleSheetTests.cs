using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Terjaga.Tests.Web;

public sealed partial class StyleSheetTests(SharedDesk shared)
{
    /// <summary>WCAG 2.2, success criterion 1.4.3, for text of usual size.</summary>
    private const double ForText = 4.5;

    /// <summary>WCAG 2.2, success criterion 1.4.11, for the edge of a field and the focus ring.</summary>
    private const double ForShapes = 3;

    private static readonly string[] _text =
    [
        "ink/paper", "ink/card", "ink/sunk", "muted/paper", "muted/card", "muted/sunk", "link/paper", "link/card", "link/sunk",
        "on-brand/brand", "on-brand/brand-deep", "help-ink/help", "help-ink/help-tile", "help-muted/help", "help-muted/help-tile",
        "info-ink/info", "good-ink/good", "warn-ink/warn", "bad-ink/bad", "ink/info", "ink/good", "ink/warn", "ink/bad",
        "bad-ink/paper", "bad-ink/card", "warn-ink/card",
    ];

    private static readonly string[] _shapes =
        ["edge/card", "edge/paper", "brand/card", "brand/paper", "focus/paper", "focus/card", "focus/sunk", "gold/help", "gold/help-tile"];

    [Fact]
    public async Task Every_pair_of_colours_can_be_read_in_light_and_in_dark()
    {
        var (light, dark) = await ReadColoursAsync();

        foreach (var colours in new[] { light, dark })
        {
            Assert.All(_text, pair => Assert.True(Contrast(colours, pair) >= ForText, $"{pair} {Contrast(colours, pair):F2}"));
            Assert.All(_shapes, pair => Assert.True(Contrast(colours, pair) >= ForShapes, $"{pair} {Contrast(colours, pair):F2}"));
        }
    }

    [Fact]
    public void The_measure_of_contrast_is_that_of_WCAG_and_sees_a_pale_pair()
    {
        var planted = new Dictionary<string, string> { ["black"] = "#000000", ["white"] = "#ffffff", ["pale"] = "#999999" };

        Assert.Equal(21, Contrast(planted, "black/white"), 2);
        Assert.Equal(2.85, Contrast(planted, "pale/white"), 2);
    }

    [Fact]
    public async Task The_sheet_is_small_compressed_and_addressed_by_its_content()
    {
        var desk = shared.Desk;

        var page = await desk.ReadAsync("/");
        var address = AddressPattern().Match(page).Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await desk.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange((await desk.ReadAsync(address)).Length, 1_000, 15_000);
    }

    private async Task<(Dictionary<string, string> Light, Dictionary<string, string> Dark)> ReadColoursAsync()
    {
        var desk = shared.Desk;
        var css = await desk.ReadAsync("/style.css");
        var split = css.IndexOf("prefers-color-scheme", StringComparison.Ordinal);
        var end = css.IndexOf("}}", split, StringComparison.Ordinal);
        return (Colours(css[..split]), Colours(css[split..end]));
    }

    private static Dictionary<string, string> Colours(string css) =>
        ColourPattern().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    private static double Contrast(Dictionary<string, string> colours, string pair)
    {
        var (a, b) = (Luminance(colours[pair.Split('/')[0]]), Luminance(colours[pair.Split('/')[1]]));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <remarks>WCAG 2.2, definition of relative luminance.</remarks>
    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex("--([a-z-]+):(#[0-9a-f]{6})")]
    private static partial Regex ColourPattern();

    [GeneratedRegex("/style.css\\?v=[0-9a-f]+")]
    private static partial Regex AddressPattern();
}
