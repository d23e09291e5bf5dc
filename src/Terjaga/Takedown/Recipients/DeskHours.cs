using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Terjaga.Takedown.Recipients;

/// <summary>When somebody reads at a recipient: days, hours and the time zone in which they are meant.</summary>
public sealed record DeskHours
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxLength = 80;

    private const string TimeFormat = "HH:mm";

    private static readonly string[] _days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly int _first, _last;
    private readonly TimeOnly _from, _to;
    private readonly TimeZoneInfo _zone;

    private DeskHours(string value, int first, int last, TimeOnly from, TimeOnly to, TimeZoneInfo zone) =>
        (Value, _first, _last, _from, _to, _zone) = (value, first, last, from, to, zone);

    /// <summary>For instance <c>Mon-Fri 09:00-17:00 Asia/Jakarta</c>.</summary>
    public string Value { get; }

    /// <summary>Two days, two times and a zone of the IANA list; equal times mean day and night.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeskHours? hours)
    {
        hours = null;
        if (text is not { Length: <= MaxLength } || text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var times, var place])
            return false;
        if (days.Split('-') is not [var first, var last] || times.Split('-') is not [var from, var to])
            return false;
        if (DayOf(first) is not { } firstDay || DayOf(last) is not { } lastDay || TimeOf(from) is not { } start || TimeOf(to) is not { } end)
            return false;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(place, out var zone))
            return false;
        hours = new DeskHours($"{_days[firstDay]}-{_days[lastDay]} {from}-{to} {place}", firstDay, lastDay, start, end, zone);
        return true;
    }

    /// <summary>Whether somebody reads at that instant. Hours over midnight belong to the day on which it is.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, _zone);
        var (day, time) = ((int)there.DayOfWeek, TimeOnly.FromTimeSpan(there.TimeOfDay));
        var isDay = _first <= _last ? day >= _first && day <= _last : day >= _first || day <= _last;
        return isDay && (_from == _to || time.IsBetween(_from, _to));
    }

    private static int? DayOf(string text) =>
        Array.FindIndex(_days, day => day.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found ? found : null;

    private static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
