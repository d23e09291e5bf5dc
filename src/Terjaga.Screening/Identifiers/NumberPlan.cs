using PhoneNumbers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Tells whether digits are a phone number, and which.</summary>
/// <remarks>
/// Mobile numbers of Indonesia are told by their first digits and their length alone: scammers write numbers that no
/// operator gave out (or lose a digit on the way), and an officer wants those as well. Everything else is as
/// libphonenumber says.
/// </remarks>
internal static class NumberPlan
{
    /// <summary>Digits of a mobile number of Indonesia after +62.</summary>
    private const int MinMobile = 9, MaxMobile = 12;

    /// <summary>Fewest digits of a number with its country that is asked for.</summary>
    private const int MinInternational = 8;

    /// <summary>Most digits by E.164.</summary>
    public const int MaxInternational = 15;

    private const string Home = "ID";

    private static readonly PhoneNumberUtil _numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Reads digits after the zero of Indonesia; null for no number.</summary>
    public static string? National(ReadOnlySpan<char> digits) =>
        IsMobile(digits) ? $"+62{digits}" : digits.Length >= MinMobile - 1 && digits[0] is >= '2' and not '8' and not '0'
            ? Ask($"0{digits}", Home, isLenient: false)
            : null;

    /// <summary>Reads digits that begin with a country.</summary>
    /// <param name="isLenient">Whether a number of the right length is enough, as behind a plus sign.</param>
    public static string? International(ReadOnlySpan<char> digits, bool isLenient)
    {
        if (digits.Length is < MinInternational or > MaxInternational)
            return null;
        if (!digits.StartsWith("62"))
            return Ask($"+{digits}", null, isLenient);
        var national = digits[2..].TrimStart('0');
        return IsMobile(national) ? $"+62{national}"
            : national.IsEmpty || national[0] == '8' ? null : Ask($"+62{national}", null, isLenient: false);
    }

    /// <summary>Reads digits as somebody in a country would dial them.</summary>
    public static string? Local(ReadOnlySpan<char> digits, string country) => Ask(digits.ToString(), country, isLenient: false);

    public static bool IsMobile(ReadOnlySpan<char> digits) =>
        digits.Length is >= MinMobile and <= MaxMobile && digits[0] == '8' && digits[1] != '0';

    private static string? Ask(string typed, string? country, bool isLenient)
    {
        try
        {
            var number = _numbers.Parse(typed, country);
            var isNumber = _numbers.IsValidNumber(number)
                || (isLenient && _numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE);
            return isNumber ? _numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            // Digits that no country dials.
            return null;
        }
    }
}
