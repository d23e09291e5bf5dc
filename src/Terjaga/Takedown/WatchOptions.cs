using System.ComponentModel.DataAnnotations;

namespace Terjaga.Takedown;

/// <summary>How an ordered item is watched.</summary>
public sealed record WatchOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Watch";

    /// <summary>The first check after the notice, one second to a day; each next one waits twice as long. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstCheckAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest wait between two checks, one second to seven days. Default one day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Least time between the two checks that confirm, one second to seven days. Default six hours: a site that is
    /// down for a night is not gone.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan ConfirmAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The wait before check number <paramref name="check"/>, counted from 0.</summary>
    public TimeSpan WaitBefore(int check) => TimeSpan.FromTicks(
        (long)Math.Min(FirstCheckAfter.Ticks * Math.Pow(2, check), LongestWait.Ticks));
}
