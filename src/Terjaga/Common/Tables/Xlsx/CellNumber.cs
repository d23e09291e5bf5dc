using System.Globalization;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>A number of a sheet as text.</summary>
internal static class CellNumber
{
    /// <summary>Days between the beginnings of the two calendars of workbooks, 1900 and 1904.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>The day after this one is 1 March 1900; before it workbooks count a 29 February that never was.</summary>
    private const int LastWrongDay = 60;

    /// <summary>The day after 31 December 9999.</summary>
    private const int EndOfDays = 2_958_466;

    /// <summary>From here a decimal holds no number.</summary>
    private const double MaxDecimal = 7.9e28;

    /// <summary>As it stands if it is whole; else with the 15 digits that a person sees, without exponent. Text that is no number stays.</summary>
    public static string Plain(string stored)
    {
        if (stored.AsSpan().TrimStart('-').IndexOfAnyExceptInRange('0', '9') < 0 || !IsNumber(stored, out var number))
            return stored;
        return Math.Abs(number) < MaxDecimal
            ? ((decimal)number).ToString("0.#############################", CultureInfo.InvariantCulture)
            : number.ToString("F0", CultureInfo.InvariantCulture);
    }

    /// <summary><c>yyyy-MM-dd</c>, with <c>THH:mm:ss</c> if it is no midnight, only <c>HH:mm:ss</c> before the first day; what is no day as a number.</summary>
    public static string Date(string stored, bool from1904)
    {
        if (!IsNumber(stored, out var number) || number < 0 || number >= EndOfDays - DaysTo1904)
            return Plain(stored);
        var isTime = number < 1;
        var days = (from1904 ? number + DaysTo1904 : number) switch { < LastWrongDay and var early => early + 1, var usual => usual };
        var instant = DateTime.FromOADate(days).AddMilliseconds(500);
        var day = isTime && !from1904 ? "HH:mm:ss" : instant.TimeOfDay < TimeSpan.FromSeconds(1) ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss";
        return instant.ToString(day, CultureInfo.InvariantCulture);
    }

    /// <summary>A date that is stored as text in ISO 8601.</summary>
    public static string IsoDate(string stored) => stored.EndsWith("T00:00:00", StringComparison.Ordinal) ? stored[..^"T00:00:00".Length] : stored;

    private static bool IsNumber(string stored, out double number) =>
        double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
