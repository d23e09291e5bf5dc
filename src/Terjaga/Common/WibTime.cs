using System.Globalization;

namespace Terjaga.Common;

/// <summary>Shows an instant to people in Indonesia: the day, the time, and that it is western Indonesian time.</summary>
public static class WibTime
{
    /// <summary>WIB is UTC+7 all year round, so that no time zone data need be installed.</summary>
    private static readonly TimeSpan _offset = TimeSpan.FromHours(7);

    /// <summary>For instance <c>Sel, 24 Nov 2026 10:00 WIB</c>.</summary>
    public static string Show(DateTimeOffset at, CultureInfo culture) =>
        at.ToOffset(_offset).ToString("ddd, d MMM yyyy HH:mm 'WIB'", culture);

    /// <summary>The time of the day alone: <c>10:00 WIB</c>.</summary>
    public static string Clock(DateTimeOffset at) => at.ToOffset(_offset).ToString("HH:mm 'WIB'", CultureInfo.InvariantCulture);

    /// <summary>The day that it is in western Indonesia, by which licences are valid.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(_offset).DateTime);
}
