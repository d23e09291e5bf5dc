namespace Terjaga.Screening.Identifiers;

/// <summary>Finds phone numbers in every disguise, read as from Indonesia.</summary>
internal sealed class PhoneFinder(WordIndex words)
{
    /// <summary>Phones that are kept of one text; who sends more tells nothing more.</summary>
    public const int MaxPhones = 200;

    /// <summary>Questions to the plan of numbers in one text, so that a wall of digits costs no more than a list.</summary>
    private const int MaxTries = 400;

    private readonly PhoneStart _starts = new(words);

    /// <summary>In order.</summary>
    public List<Phone> Find(Post post, List<DigitGroup> groups)
    {
        var phones = new List<Phone>();
        var tries = MaxTries;
        for (var at = 0; at < groups.Count && phones.Count < MaxPhones && tries > 0;)
        {
            var how = _starts.Of(post, groups, at);
            if (how.Kind == PhoneStart.Kind.None || Longest(post, groups, at, how, ref tries) is not { } found)
            {
                at++;
                continue;
            }

            var (first, last) = (groups[at], groups[found.Last]);
            phones.Add(new Phone(found.Number, first.Start, last.End, first.Token, last.Token, how.IsChatLink));
            if (!how.IsChatLink)
                post.Taken.Add(first.Start, last.End);
            at = found.Last + 1;
        }

        return phones;
    }

    /// <summary>The longest number that begins at a group and may end where it does.</summary>
    private static Candidate? Longest(Post post, List<DigitGroup> groups, int first, PhoneStart.How how, ref int tries)
    {
        Span<char> digits = stackalloc char[NumberPlan.MaxInternational + 4];
        Candidate? best = null;
        var length = 0;
        for (var at = first; at < groups.Count && tries > 0; at++)
        {
            if (at > first && !PhoneGaps.Continue(post, groups, at, best is not null))
                break;
            length = groups[at].CopyTo(digits, length);
            if (length < 0)
                break;
            if (length < how.MinLength)
                continue;
            tries--;
            if (Read(digits[..length], how) is { } number)
                best = new Candidate(number, at);
        }

        return best;
    }

    private static string? Read(ReadOnlySpan<char> digits, PhoneStart.How how) => how.Kind switch
    {
        PhoneStart.Kind.Plus when digits[0] == '0' => NumberPlan.National(digits[1..]),
        PhoneStart.Kind.Plus => NumberPlan.International(digits, isLenient: true),
        PhoneStart.Kind.Exit => NumberPlan.International(digits.TrimStart('0'), isLenient: false),
        PhoneStart.Kind.Country => NumberPlan.International(digits, isLenient: false),
        PhoneStart.Kind.National => NumberPlan.National(digits[1..]) ?? Abroad(digits, how),
        PhoneStart.Kind.NoZero => NumberPlan.IsMobile(digits) ? NumberPlan.National(digits) : null,
        _ => Abroad(digits, how),
    };

    private static string? Abroad(ReadOnlySpan<char> digits, PhoneStart.How how) =>
        how.Place is { } place ? NumberPlan.Local(digits, place) : null;

    private readonly record struct Candidate(string Number, int Last);
}
