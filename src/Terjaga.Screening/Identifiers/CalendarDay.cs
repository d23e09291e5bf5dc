using System.Globalization;
using System.Text.Json.Serialization;

namespace Terjaga.Screening.Identifiers;

/// <summary>A day as a text writes it; in answers by ISO 8601, as <c>2026-05-12</c>, or <c>--05-12</c> without a year.</summary>
/// <param name="Year">Null where the text does not say.</param>
[JsonConverter(typeof(CalendarDayFormat))]
public sealed record CalendarDay(int? Year, int Month, int Day)
{
    /// <summary>Years that a text about work can mean.</summary>
    private const int MinYear = 1900, MaxYear = 2100;

    /// <summary>A year with a 29th of February, for days without a year.</summary>
    private const int LeapYear = 2000;

    /// <summary>Null for a day that no calendar has.</summary>
    public static CalendarDay? Of(int? year, int month, int day) =>
        year is null or (>= MinYear and <= MaxYear) && month is >= 1 and <= 12 && day >= 1 && day <= CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year ?? LeapYear, month)
            ? new CalendarDay(year, month, day)
            : null;

    public override string ToString() =>
        Year is { } year ? FormattableString.Invariant($"{year:0000}-{Month:00}-{Day:00}") : FormattableString.Invariant($"--{Month:00}-{Day:00}");
}
