using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Terjaga.App.Campaigns;
using Terjaga.Campaigns.Portrait;

namespace Terjaga.Tests.Campaigns.Portrait;

/// <summary>The parts of the page of a campaign, drawn without a desk around them.</summary>
internal static class DrawnPart
{
    /// <summary>All parts, one below the other.</summary>
    public static async Task<string> DrawAsync(IReadOnlyList<Sighting> sightings, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var wordings = Wordings.Of(sightings, PlantedCampaign.Masks);
        await using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => string.Concat(
            await DrawAsync<SizeChart>(renderer, new() { ["Size"] = SizeOverTime.Of(sightings, PlantedCampaign.Now) }),
            await DrawAsync<GraphDrawing>(renderer, new() { ["Graph"] = CampaignGraph.Of(sightings, wordings), ["Wordings"] = wordings }),
            await DrawAsync<WordingsPart>(renderer, new() { ["Wordings"] = wordings }),
            await DrawAsync<ForecastPart>(renderer, new()
            {
                ["Forecast"] = ComeBackForecast.Of(sightings, PlantedCampaign.Now),
                ["Reach"] = KnownReach.Of(sightings),
            })));
    }

    public static async Task<IDocument> ParseAsync(IReadOnlyList<Sighting> sightings, string language = "id") =>
        await new HtmlParser().ParseDocumentAsync(await DrawAsync(sightings, language), TestContext.Current.CancellationToken);

    private static async Task<string> DrawAsync<TPart>(HtmlRenderer renderer, Dictionary<string, object?> parameters)
        where TPart : IComponent =>
        (await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(parameters))).ToHtmlString();
}
