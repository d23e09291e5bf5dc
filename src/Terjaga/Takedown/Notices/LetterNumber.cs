using System.Globalization;

namespace Terjaga.Takedown.Notices;

/// <summary>The number of a letter as Indonesian offices write it: count, sender, month in Roman figures, year.</summary>
public static class LetterNumber
{
    private static readonly string[] _months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>For instance <c>12/TERJAGA/XI/2026</c>.</summary>
    public static string Say(int count, DateTimeOffset at)
    {
        var day = WibTime.DayOf(at);
        return string.Create(CultureInfo.InvariantCulture, $"{count}/TERJAGA/{_months[day.Month - 1]}/{day.Year}");
    }
}
