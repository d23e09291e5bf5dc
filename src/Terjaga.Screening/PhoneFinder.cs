using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Terjaga.Screening;

/// <summary>Finds phone numbers, read as from Indonesia.</summary>
internal static partial class PhoneFinder
{
    /// <summary>Fewest digits of a number worth looking for.</summary>
    private const int MinDigits = 8;

    /// <summary>Candidates that are tried in one text, so that a wall of digits costs no more than a list.</summary>
    private const int MaxTries = 300;

    private static readonly PhoneNumberUtil _numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Distinct numbers in E.164, in order.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        if (text.Count(char.IsDigit) < MinDigits)
            return [];

        var found = new List<string>();
        foreach (Match link in ChatLink().Matches(text))
            Add(found, "+" + link.Groups[1].Value);
        foreach (var match in _numbers.FindNumbers(text, "ID", PhoneNumberUtil.Leniency.VALID, MaxTries))
            found.Add(_numbers.Format(match.Number, PhoneNumberFormat.E164));
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static void Add(List<string> found, string typed)
    {
        try
        {
            var number = _numbers.Parse(typed, "ID");
            if (_numbers.IsValidNumber(number))
                found.Add(_numbers.Format(number, PhoneNumberFormat.E164));
        }
        catch (NumberParseException)
        {
            // Digits in a link that are no number.
        }
    }

    [GeneratedRegex(@"wa\.me/\+?(\d{8,15})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChatLink();
}
