namespace Terjaga.Campaigns.Portrait;

/// <summary>How a campaign grew: sightings by hour, day or week, from the first one until now.</summary>
/// <param name="Step">Length of each bucket: an hour, a day, or as many whole weeks as are needed.</param>
/// <param name="Buckets">In order, without holes; empty where nothing was seen.</param>
/// <param name="IsCut">Whether there may be older sightings than were given.</param>
public sealed record SizeOverTime(TimeSpan Step, IReadOnlyList<SizeBucket> Buckets, bool IsCut)
{
    /// <summary>More bars could not be told apart on a small screen.</summary>
    public const int MaxBuckets = 120;

    /// <summary>Below this age the hours are told apart.</summary>
    private static readonly TimeSpan _showsHours = TimeSpan.FromDays(3);

    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private static readonly TimeSpan _week = TimeSpan.FromDays(7);

    public static SizeOverTime Of(IReadOnlyCollection<Sighting> sightings, DateTimeOffset now)
    {
        if (sightings.Count == 0)
            return new SizeOverTime(_day, [], false);
        var first = sightings.Min(sighting => sighting.At);
        var newest = sightings.Max(sighting => sighting.At);
        var last = newest > now ? newest : now;
        var step = StepFor(first, last);
        var from = Start(first, step);
        var counts = new int[Index(from, last, step) + 1];
        foreach (var sighting in sightings)
            counts[Index(from, sighting.At, step)]++;
        var total = 0;
        return new SizeOverTime(
            step, [.. counts.Select((count, at) => new SizeBucket(from + (at * step), count, total += count))],
            sightings.Count >= Sighting.MaxSightings);
    }

    private static TimeSpan StepFor(DateTimeOffset first, DateTimeOffset last)
    {
        if (last - first < _showsHours)
            return _hour;
        if (Index(Start(first, _day), last, _day) < MaxBuckets)
            return _day;
        return ((Index(Start(first, _week), last, _week) / MaxBuckets) + 1) * _week;
    }

    /// <summary>Weeks begin on Monday (ISO 8601).</summary>
    private static DateTimeOffset Start(DateTimeOffset at, TimeSpan step)
    {
        var (day, hour) = (WibDay.Of(at), WibDay.Clock(at).Hour);
        if (step == _hour)
            return WibDay.Start(day) + (hour * _hour);
        var sinceMonday = ((int)day.DayOfWeek - (int)DayOfWeek.Monday + _week.Days) % _week.Days;
        return WibDay.Start(step == _day ? day : day.AddDays(-sinceMonday));
    }

    private static int Index(DateTimeOffset from, DateTimeOffset at, TimeSpan step) => (int)((at - from) / step);
}
