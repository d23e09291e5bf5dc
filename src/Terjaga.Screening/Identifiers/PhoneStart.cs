namespace Terjaga.Screening.Identifiers;

/// <summary>Tells whether a phone number can begin at some digits, and how it is to be read.</summary>
internal sealed class PhoneStart(WordIndex words)
{
    /// <summary>How far before a number a word such as <c>hub</c> may stand, in words.</summary>
    private const int WordReach = 6;

    /// <summary>How far before a number its country may stand, in words.</summary>
    private const int PlaceReach = 3;

    /// <summary>How far before an account its bank may stand, in words.</summary>
    private const int BankReach = 3;

    /// <summary>Fewest digits of a number of Indonesia with its zero, and of any with its country.</summary>
    private const int MinNational = 9, MinAbroad = 8;

    public enum Kind
    {
        None,
        Plus,

        /// <summary>Behind two zeros.</summary>
        Exit,

        /// <summary>With its country, without a plus sign.</summary>
        Country,
        National,

        /// <summary>A mobile number of Indonesia without its zero.</summary>
        NoZero,

        /// <summary>As dialled in a country that the text names.</summary>
        Abroad,
    }

    /// <param name="Place">The country next to the number; null where there is none.</param>
    public readonly record struct How(Kind Kind, int MinLength, string? Place = null, bool IsChatLink = false);

    public How Of(Post post, List<DigitGroup> groups, int at)
    {
        var group = groups[at];
        var before = post.Text.AsSpan(0, group.Start);
        if (before.EndsWith("wa.me/") || before.EndsWith("phone=") || before.EndsWith("wa.me/+") || before.EndsWith("phone=+"))
            return new How(Kind.Plus, MinAbroad, IsChatLink: true);
        if (group.Count > DigitGroup.MaxCount || IsInside(before) || post.Taken.Covers(group.Start))
            return default;
        if (HasPlus(before, group))
            return new How(Kind.Plus, MinAbroad);
        return group.First switch
        {
            '0' => OfZero(post, groups, at),
            _ when group.Count + Following(groups, at) < MinAbroad || IsQuantity(group) => default,
            '6' or '8' or '9' or '1' or '4' or '3' or '5' or '2' or '7' => OfCountry(post, groups, at),
            _ => default,
        };
    }

    private How OfZero(Post post, List<DigitGroup> groups, int at)
    {
        if (IsMoney(post, groups[at]) || IsDate(post, groups, at) || IsTime(post, groups, at) || IsAccount(post, groups, at))
            return default;
        Span<char> digits = stackalloc char[DigitGroup.MaxCount * 2];
        var length = Lead(groups, at, digits);
        return length < 3 || digits[1] != '0'
            ? new How(Kind.National, MinNational, PlaceBefore(post, groups[at]))
            : digits[2] == '0' || groups[at].Count < 4 ? default : new How(Kind.Exit, MinAbroad + 2);
    }

    private How OfCountry(Post post, List<DigitGroup> groups, int at)
    {
        var group = groups[at];
        if (IsMoney(post, group))
            return default;
        Span<char> digits = stackalloc char[DigitGroup.MaxCount * 2];
        var length = Lead(groups, at, digits);
        var lead = digits[..length];
        if (lead.StartsWith("62") && length > 3 && (lead[2] == '8' ? lead[3] != '0' : lead[2] == '0'))
            return new How(Kind.Country, MinAbroad + 3);
        if (post.Before(group.Token, WordReach, WordKind.Phone, WordKind.Platform) is not { } word || group.IsSpelled)
            return default;
        if (PlaceBefore(post, group) is { } place && group.Count > 2)
            return new How(Kind.Abroad, MinAbroad, place);
        if (word.LastToken < group.Token - 3 || IsAccount(post, groups, at) || group.Count < 2)
            return default;
        return lead[0] == '8' && lead[1] != '0' && (group.Count == 3 || group.Count > MinAbroad)
            ? new How(Kind.NoZero, MinNational)
            : new How(Kind.Country, MinAbroad + 2);
    }

    /// <summary>Whether the digits stand in an address or a code, and not by themselves.</summary>
    private static bool IsInside(ReadOnlySpan<char> before) => before is [.., '#' or '=' or '@' or '_' or '$' or '\u00a5' or '\u20ac' or '\u00a3'];

    private static bool HasPlus(ReadOnlySpan<char> before, DigitGroup group) =>
        before.TrimEnd('(') is [.., '+'] || (before.EndsWith("+ ") && group is { First: '6', Count: 2, Value: 62 });

    private static bool IsQuantity(DigitGroup group) => group.IsQuantity;

    /// <summary>Digits of the groups that follow closely.</summary>
    private static int Following(List<DigitGroup> groups, int at)
    {
        var count = 0;
        for (var i = at + 1; i < groups.Count && i < at + 8 && groups[i].Start - groups[i - 1].End <= 4; i++)
            count += groups[i].Count;
        return count;
    }

    private static int Lead(List<DigitGroup> groups, int at, Span<char> digits)
    {
        var length = 0;
        for (var i = at; i < groups.Count && i < at + 4 && length is >= 0 and < 4; i++)
            length = groups[i].CopyTo(digits, length) is > 0 and var more ? more : length;
        return length;
    }

    private string? PlaceBefore(Post post, DigitGroup group) =>
        post.Before(group.Token, PlaceReach, WordKind.Place, WordKind.Place) is { } place ? words.ValueOf(place) : null;

    private static bool IsMoney(Post post, DigitGroup group) =>
        group.Token > 0 && post.At(group.Token - 1, WordKind.Currency) is not null && post.Word(group.Token - 1) is not "nt";

    /// <summary>Whether the groups are a day such as 08-12-2024.</summary>
    private static bool IsDate(Post post, List<DigitGroup> groups, int at) =>
        at + 2 < groups.Count && groups[at].Count == 2 && groups[at + 1].Count <= 2 && groups[at + 2].Count is 2 or 4
        && post.Text[groups[at].End] is '-' or '/' or '.' && groups[at + 1].Start == groups[at].End + 1
        && groups[at + 2].Start == groups[at + 1].End + 1 && post.Text[groups[at].End] == post.Text[groups[at + 1].End]
        && (groups[at + 2].Count == 4 || post.Text[groups[at].End] == '/');

    /// <summary>Whether the groups are an hour such as 08.30, and another one.</summary>
    private static bool IsTime(Post post, List<DigitGroup> groups, int at) =>
        at + 1 < groups.Count && groups[at].Count == 2 && groups[at + 1].Count == 2 && groups[at + 1].Start == groups[at].End + 1
        && post.Text[groups[at].End] is '.' or ':' && groups[at + 1].Value < 60 && !groups[at].IsSpelled
        && (at + 2 == groups.Count || groups[at + 2].Start > groups[at + 1].End + 1);

    /// <summary>Whether a bank stands just before, whose account this is rather than a phone.</summary>
    private bool IsAccount(Post post, List<DigitGroup> groups, int at)
    {
        var group = groups[at];
        if (post.Before(group.Token, BankReach, WordKind.Bank, WordKind.Account) is not { } cue)
            return false;
        if (post.Before(group.Token, BankReach, WordKind.Phone, WordKind.Platform) is { } phone && phone.LastToken > cue.LastToken)
            return false;
        var count = group.Count + Following(groups, at);
        if (cue.Kind == WordKind.Account)
            return post.Before(group.Token, WordReach, WordKind.Wallet, WordKind.Wallet) is null;
        return words.DigitsOf(cue) is { } lengths && (lengths.Contains(count) || group.First != '0' || count < MinNational + 1);
    }
}
