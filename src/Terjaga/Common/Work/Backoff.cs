namespace Terjaga.Common.Work;

/// <summary>How long a failed attempt waits for the next one.</summary>
internal static class Backoff
{
    /// <summary>Attempts before an operator must look: with the waits below about half an hour.</summary>
    public const int MaxAttempts = 8;

    private static readonly TimeSpan _first = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Doubles from two seconds to a quarter of an hour; <paramref name="chance"/>, 0 to 1, spreads it over the upper
    /// half, so that what failed together does not come back together.
    /// </summary>
    /// <remarks>"Equal jitter": Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015.</remarks>
    public static TimeSpan After(int attempts, double chance)
    {
        var full = Math.Min(_first.TotalSeconds * Math.Pow(2, Math.Max(0, attempts - 1)), _longest.TotalSeconds);
        return TimeSpan.FromSeconds(full / 2 * (1 + chance));
    }
}
