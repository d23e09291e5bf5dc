using Terjaga.Campaigns.Portrait;

namespace Terjaga.Tests.Campaigns.Portrait;

public sealed class ComeBackForecastTests
{
    private static readonly DateTimeOffset _now = PlantedCampaign.Now;

    [Fact]
    public void A_regular_series_has_its_own_gap_and_a_sure_month()
    {
        var forecast = Of([.. Enumerable.Range(0, 20).Select(at => 2 + (3 * at))]);

        Assert.Equal((20, 2, false), (forecast.ActiveDayCount, forecast.QuietDays, forecast.IsUnusuallyQuiet));
        Assert.Equal((3, 3), (forecast.Odds!.MedianGap, forecast.Odds.LongGap));

        // Ten of the last thirty days: 1 - (30/37)^10.5 and 1 - (30/60)^10.5.
        Assert.Equal(0.889, forecast.Odds.InAWeek, 3);
        Assert.Equal(0.999, forecast.Odds.InAMonth, 3);
    }

    [Fact]
    public void Gaps_are_such_as_were_and_a_long_silence_is_told()
    {
        var forecast = Of(100, 99, 97, 96, 92, 91, 89, 80);

        Assert.Equal((2, 9), (forecast.Odds!.MedianGap, forecast.Odds.LongGap));
        Assert.True(forecast.IsUnusuallyQuiet);

        // None of the last thirty days: 1 - (30/37)^0.5.
        Assert.Equal(0.100, forecast.Odds.InAWeek, 3);
    }

    [Fact]
    public void Fewer_than_three_active_days_are_no_forecast()
    {
        Assert.Equal(new ComeBackForecast(2, 1, null), Of(5, 5, 5, 1));
        Assert.Equal(new ComeBackForecast(0, 0, null), Of());
        Assert.NotNull(Of(5, 3, 1).Odds);
    }

    [Fact]
    public void A_young_campaign_is_measured_by_its_own_days_and_the_chance_grows_with_the_time_ahead()
    {
        var odds = Of(0, 1, 2).Odds!;

        // Two of the two days after the first: 1 - (2/9)^2.5.
        Assert.Equal(0.977, odds.InAWeek, 3);
        Assert.InRange(odds.InAMonth, odds.InAWeek, 1);
    }

    [Fact]
    public void Chances_hold_where_days_do_come_by_chance()
    {
        var (random, promised, kept, trials) = (new Random(3), 0.0, 0, 4_000);
        for (var trial = 0; trial < trials; trial++)
        {
            var rate = random.NextDouble() / 4;
            int[] active = [.. Enumerable.Range(0, 60).Where(_ => random.NextDouble() < rate)];
            promised += Of([59, 58, .. active]).Odds?.InAWeek ?? 0;
            kept += Of([59, 58, .. active]).Odds is null ? 0 : Enumerable.Range(0, ComeBackOdds.Week).Any(_ => random.NextDouble() < rate) ? 1 : 0;
        }

        Assert.InRange(promised / kept, 0.95, 1.05);
    }

    [Fact]
    public void Reach_is_what_was_reported_and_nothing_is_guessed()
    {
        var sightings = new[]
        {
            PlantedCampaign.At(_now.AddDays(-2), host: "t.me", channel: "WhatsApp", contacts: ["phone:1", "phone:2"]),
            PlantedCampaign.At(_now, host: "T.me", channel: "whatsapp", contacts: "phone:1"), PlantedCampaign.At(_now.AddDays(-1)),
        };

        Assert.Equal(new KnownReach(3, 2, 1, 1, 2, _now.AddDays(-2), _now), KnownReach.Of(sightings));
        Assert.Equal(new KnownReach(0, 0, 0, 0, 0, null, null), KnownReach.Of([]));
    }

    private static ComeBackForecast Of(params int[] daysAgo) =>
        ComeBackForecast.Of([.. daysAgo.Select(days => PlantedCampaign.At(_now.AddDays(-days)))], _now);
}
