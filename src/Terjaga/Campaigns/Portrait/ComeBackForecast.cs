namespace Terjaga.Campaigns.Portrait;

/// <summary>Whether new copies of a campaign are to be expected, from the days on which it was seen (western Indonesian time).</summary>
/// <param name="ActiveDayCount">Days with at least one sighting.</param>
/// <param name="QuietDays">Days since the last of them; 0 if it is today, or if there is none.</param>
/// <param name="Odds">Null where there are fewer than <see cref="MinActiveDays"/> active days: nothing can be said.</param>
public sealed record ComeBackForecast(int ActiveDayCount, int QuietDays, ComeBackOdds? Odds)
{
    /// <summary>Two gaps are the fewest that can be compared with each other.</summary>
    public const int MinActiveDays = 3;

    /// <summary>Whether it has been quiet for longer than nine in ten of its pauses were.</summary>
    public bool IsUnusuallyQuiet => QuietDays > Odds?.LongGap;

    public static ComeBackForecast Of(IReadOnlyCollection<Sighting> sightings, DateTimeOffset now)
    {
        List<DateOnly> days = [.. sightings.Select(sighting => WibDay.Of(sighting.At)).Distinct().Order()];
        if (days.Count == 0)
            return new ComeBackForecast(0, 0, null);
        var today = WibDay.Of(now) > days[^1] ? WibDay.Of(now) : days[^1];
        return new ComeBackForecast(
            days.Count, today.DayNumber - days[^1].DayNumber, days.Count < MinActiveDays ? null : ComeBackOdds.Of(days, today));
    }
}
