using System.Globalization;
using AngleSharp.Dom;
using Terjaga.Campaigns.Portrait;

namespace Terjaga.Tests.Campaigns.Portrait;

public sealed class DrawingTests
{
    private const string Hostile = "<script>x</script>\" onload=\"y\u202Eznz\u2066 💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥💥";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Ten_thousand_sightings_are_one_light_page_in_each_language(string language)
    {
        var html = await DrawnPart.DrawAsync(PlantedCampaign.Large(Sighting.MaxSightings, days: 90), language);

        Assert.InRange(html.Length, 10_000, 250_000);
        Assert.DoesNotMatch(@">[^<]*\b(size|graph|wordings|forecast|reach|contact)\.[a-z]", html);
        Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_place_in_a_drawing_is_a_whole_number_and_inside(string language)
    {
        var page = await DrawnPart.ParseAsync(PlantedCampaign.Large(500, days: 90), language);

        foreach (var shape in page.QuerySelectorAll("svg[viewBox] > rect, svg[viewBox] > svg, svg[viewBox] g > rect, svg[viewBox] g > svg"))
        {
            Assert.InRange(Number(shape, "x"), 0, GraphFrame.Width - Number(shape, "width"));
            Assert.InRange(Number(shape, "y"), 0, GraphFrame.Height - Number(shape, "height"));
        }

        Assert.All(page.QuerySelectorAll("path"), path => Assert.Matches("^[MLHC0-9 ]+$", path.GetAttribute("d")));
    }

    [Fact]
    public async Task Nothing_in_a_drawing_needs_what_the_policy_forbids_or_hides_its_numbers()
    {
        var page = await DrawnPart.ParseAsync(PlantedCampaign.Large(500, days: 90));

        Assert.Empty(page.QuerySelectorAll("[style], style, script, image, use, foreignObject"));
        var drawings = page.QuerySelectorAll("svg[viewBox]");
        Assert.Equal(2, drawings.Length);
        Assert.All(drawings, drawing => Assert.NotEmpty(drawing.GetAttribute("aria-label") ?? ""));
        Assert.All(drawings, drawing => Assert.NotNull(drawing.Closest("section")!.QuerySelector("details table")));
    }

    [Fact]
    public async Task Hostile_words_are_text_and_stay_in_their_room()
    {
        var page = await DrawnPart.ParseAsync(
        [
            PlantedCampaign.At(PlantedCampaign.Now, Hostile + PlantedCampaign.Offer, Hostile, Hostile, "handle:telegram:" + Hostile, new string('W', 20_000)),
            PlantedCampaign.At(PlantedCampaign.Now, new string('W', 20_000)),
        ]);

        Assert.Empty(page.QuerySelectorAll("script, [onload]"));
        Assert.All(page.QuerySelectorAll("svg text"), text => Assert.InRange(text.TextContent.Length, 0, 45));
        Assert.All(page.QuerySelectorAll("svg g, .said, .address"), node => Assert.DoesNotContain(node.TextContent, c => c is '\u202E' or '\u2066'));
    }

    [Fact]
    public async Task What_differs_is_marked_and_what_is_missing_is_named()
    {
        var page = await DrawnPart.ParseAsync(
        [
            PlantedCampaign.At(PlantedCampaign.Now), PlantedCampaign.At(PlantedCampaign.Now),
            PlantedCampaign.At(PlantedCampaign.Now, PlantedCampaign.Offer.Replace("operator gudang", "penjaga toko", StringComparison.Ordinal)),
        ]);

        var texts = page.QuerySelectorAll(".said");
        Assert.Equal(PlantedCampaign.Offer, texts[0].TextContent);
        Assert.Equal(["penjaga toko"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Contains("… penjaga toko", page.QuerySelectorAll("svg text").Select(text => text.TextContent));
        Assert.Equal("Ada di versi A, tidak ada di sini: operator gudang", string.Join(' ', page.QuerySelector("p.address")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["operator gudang"], page.QuerySelectorAll("del").Select(missing => missing.TextContent));
    }

    [Fact]
    public async Task A_campaign_of_which_nothing_was_seen_yet_says_so()
    {
        var page = await DrawnPart.ParseAsync([]);

        Assert.Empty(page.QuerySelectorAll("svg"));
        Assert.Equal(2, page.QuerySelectorAll("p").Count(said => said.TextContent == "Belum ada laporan."));
    }

    private static int Number(IElement shape, string name) => int.Parse(shape.GetAttribute(name)!, CultureInfo.InvariantCulture);
}
