using System.Globalization;
using System.Resources;

namespace Terjaga.Common;

/// <summary>Says a length of time in words: <c>24 jam</c>, <c>24 hours</c>.</summary>
public static class SpanWords
{
    /// <summary>Up to here hours are said and not days, as rules say them: 24 hours, 72 hours.</summary>
    private static readonly TimeSpan _manyHours = TimeSpan.FromDays(3);

    private static readonly ResourceManager _words = new(typeof(SpanWords));

    /// <summary>Exact to the second, in the largest unit that needs no fraction.</summary>
    public static string Say(TimeSpan span, CultureInfo culture) => span switch
    {
        _ when span > _manyHours && IsWhole(span, TimeSpan.TicksPerDay) => Word("day", span.TotalDays, culture),
        _ when span > TimeSpan.Zero && IsWhole(span, TimeSpan.TicksPerHour) => Word("hour", span.TotalHours, culture),
        _ when span > TimeSpan.Zero && IsWhole(span, TimeSpan.TicksPerMinute) => Word("minute", span.TotalMinutes, culture),
        _ => Word("second", span.TotalSeconds, culture),
    };

    /// <summary>Rounded down to the largest unit of which there is one, for what only has to be felt.</summary>
    public static string SayAbout(TimeSpan span, CultureInfo culture) => Say(
        span switch
        {
            _ when span > _manyHours => TimeSpan.FromDays(span.Days),
            _ when span >= TimeSpan.FromHours(1) => TimeSpan.FromHours((long)span.TotalHours),
            _ when span >= TimeSpan.FromMinutes(1) => TimeSpan.FromMinutes(span.Minutes),
            _ => TimeSpan.FromSeconds(Math.Max(0, span.Seconds)),
        },
        culture);

    private static bool IsWhole(TimeSpan span, long unit) => span.Ticks % unit == 0;

    private static string Word(string unit, double count, CultureInfo culture) => string.Format(
        culture, _words.GetString(count is 1 ? unit : unit + "s", culture) ?? "{0:N0}", Math.Floor(count));
}
