using System.ComponentModel.DataAnnotations;

namespace Terjaga.Takedown;

/// <summary>How an ordered item is watched.</summary>
public sealed record WatchOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Watch";

    /// <summary>Looks are spread by so much of their wait to both sides, so that what was ordered at once is not looked at at once.</summary>
    private const double Jitter = 0.1;

    /// <summary>The first check after the notice, one second to a day; each next one waits twice as long. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstCheckAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest wait between two checks, one second to seven days; what is gone is looked at this often. Default one day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Least time between the two checks that confirm, one second to seven days. Default six hours: a site that is
    /// down for a night is not gone.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan ConfirmAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long after it was confirmed gone a place is still looked at, one second to a year. Default 31 days: whether it stayed away for 30 is then known.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan WatchGoneFor { get; init; } = TimeSpan.FromDays(31);

    /// <summary>Least time between two looks at one site, nothing to an hour. Default one second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan HostGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before check number <paramref name="check"/>, counted from 0.</summary>
    public TimeSpan WaitBefore(int check) => TimeSpan.FromTicks(
        (long)Math.Min(FirstCheckAfter.Ticks * Math.Pow(2, check), LongestWait.Ticks));

    /// <summary>
    /// When to look next: twice as long after each look; as soon as it may be where a first sighting is to be confirmed; and
    /// at <see cref="LongestWait"/> where it is gone. Null where it has been gone long enough.
    /// </summary>
    /// <param name="order">The same order is spread by the same share each time.</param>
    public DateTimeOffset? NextLook(Guid order, DateTimeOffset? sentAt, DateTimeOffset? seenGoneAt, DateTimeOffset? confirmedGoneAt, DateTimeOffset now)
    {
        if (confirmedGoneAt is { } confirmed)
            return now - confirmed < WatchGoneFor ? now + Spread(order, LongestWait) : null;
        if (seenGoneAt is { } first)
            return first + ConfirmAfter > now ? first + ConfirmAfter : now + ConfirmAfter;

        var (since, check) = (now - sentAt.GetValueOrDefault(now), 1);
        for (var passed = WaitBefore(0); passed < since && WaitBefore(check) < LongestWait; check++)
            passed += WaitBefore(check);
        return now + Spread(order, WaitBefore(check));
    }

    private static TimeSpan Spread(Guid order, TimeSpan wait) =>
        wait * (1 - Jitter + (2 * Jitter * ((uint)order.GetHashCode() / (double)uint.MaxValue)));
}
