using Terjaga.Campaigns.Portrait;

namespace Terjaga.Tests.Campaigns.Portrait;

public sealed class SizeOverTimeTests
{
    private static readonly DateTimeOffset _now = PlantedCampaign.Now;

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 49)]
    [InlineData(3, 24, 4)]
    [InlineData(119, 24, 120)]
    [InlineData(120, 168, 18)]
    [InlineData(800, 168, 116)]
    [InlineData(4_000, 840, 115)]
    public void An_older_campaign_has_longer_buckets_and_never_too_many(int days, int hours, int buckets)
    {
        var size = SizeOverTime.Of([PlantedCampaign.At(_now - TimeSpan.FromDays(days))], _now);

        Assert.Equal(TimeSpan.FromHours(hours), size.Step);
        Assert.Equal(buckets, size.Buckets.Count);
        Assert.InRange(size.Buckets.Count, 1, SizeOverTime.MaxBuckets);
        Assert.Equal(1, size.Buckets[0].Count);
        Assert.Equal(1, size.Buckets[^1].Total);
    }

    [Fact]
    public void A_day_begins_at_midnight_in_western_Indonesia_and_a_week_on_Monday()
    {
        // 16.30 UTC is half past eleven at night, 17.30 UTC is the next day.
        var (late, next) = (new DateTimeOffset(2026, 11, 14, 16, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 14, 17, 30, 0, TimeSpan.Zero));

        var days = SizeOverTime.Of([PlantedCampaign.At(late), PlantedCampaign.At(next), PlantedCampaign.At(next)], _now);
        var weeks = SizeOverTime.Of([PlantedCampaign.At(late.AddYears(-1))], _now);

        Assert.Equal([(1, 1), (2, 3), (0, 3)], days.Buckets.Take(3).Select(bucket => (bucket.Count, bucket.Total)));
        Assert.Equal(new DateTimeOffset(2026, 11, 14, 0, 0, 0, TimeSpan.FromHours(7)), days.Buckets[0].From);
        Assert.Equal(DayOfWeek.Monday, weeks.Buckets[0].From.DayOfWeek);
    }

    [Fact]
    public void All_sightings_are_counted_also_one_of_a_clock_that_is_ahead()
    {
        var sightings = PlantedCampaign.Large(2_000, days: 90).Append(PlantedCampaign.At(_now.AddHours(2))).ToList();

        var size = SizeOverTime.Of(sightings, _now);

        Assert.Equal(sightings.Count, size.Buckets.Sum(bucket => bucket.Count));
        Assert.Equal(sightings.Count, size.Buckets[^1].Total);
        Assert.False(size.IsCut);
        Assert.Empty(SizeOverTime.Of([], _now).Buckets);
    }
}
