using System.Globalization;
using Terjaga.Takedown;

namespace Terjaga.App.Takedown;

/// <summary>A rule as it was typed into the form, kept to be shown again if something in it is wrong.</summary>
public sealed record LegalBasisTyped(
    string Code, string TitleId, string TitleEn, string Hours, string Source, string From, string To)
{
    public static LegalBasisTyped Empty { get; } = new("", "", "", "", "", "", "");

    public static LegalBasisTyped Read(IFormCollection form) => new(
        Text(form, "kode"), Text(form, "judul"), Text(form, "title"), Text(form, "batas"), Text(form, "sumber"),
        Text(form, "mulai"), Text(form, "akhir"));

    /// <summary>The rule, or null if a number or a day cannot be read.</summary>
    public SaveLegalBasis.Rule? ToRule()
    {
        DateOnly? last = null;
        if (!int.TryParse(Hours, CultureInfo.InvariantCulture, out var hours) || hours > SaveLegalBasis.Longest.TotalHours
            || !IsDay(From, out var first))
        {
            return null;
        }

        if (To.Length > 0)
        {
            if (!IsDay(To, out var day))
                return null;
            last = day;
        }

        return new(Code, TitleId, TitleEn, TimeSpan.FromHours(hours), Source, first, last);
    }

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim();

    /// <summary>As a browser sends a day: ISO 8601.</summary>
    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
