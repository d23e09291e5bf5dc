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

    /// <summary>When a day begins in western Indonesia.</summary>
    public static DateTimeOffset BeginOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, _offset).ToUniversalTime();

    /// <summary>The day on which an instant falls in western Indonesia.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(_offset).DateTime);

    /// <summary>The time of the day alone: <c>10:00 WIB</c>.</summary>
    public static string Clock(DateTimeOffset at) => at.ToOffset(_offset).ToString("HH:mm 'WIB'", CultureInfo.InvariantCulture);

    /// <summary>The day that it is in western Indonesia, by which licences are valid.</summary>
    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The first instant after a day there.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => BeginOf(day.AddDays(1));
}
