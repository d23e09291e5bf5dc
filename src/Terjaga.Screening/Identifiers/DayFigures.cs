namespace Terjaga.Screening.Identifiers;

/// <summary>Reads days in figures: <c>12/05/2026</c>, <c>12-5-26</c>, <c>2026-05-12</c>, and <c>tgl 12/5</c>.</summary>
internal static class DayFigures
{
    /// <summary>Years of two digits that are read as this century's; others are hours, scores and numbers of houses.</summary>
    private const long MinShortYear = 20, MaxShortYear = 49;

    private const int Century = 2000;

    /// <summary>Digits of a year.</summary>
    public const int YearLength = 4;

    /// <param name="count">How many groups of digits the day takes.</param>
    public static CalendarDay? Read(Post post, List<DigitGroup> groups, int first, out int count)
    {
        count = 0;
        if (first + 1 >= groups.Count || Sign(post.Text, groups, first) is not { } sign || IsJoinedBefore(post.Text, groups[first].Start))
            return null;
        var isLong = first + 2 < groups.Count && Sign(post.Text, groups, first + 1) == sign;
        count = isLong ? 3 : 2;
        if (IsJoinedAfter(post.Text, groups[first + count - 1].End))
            return null;
        var (a, b) = (groups[first], groups[first + 1]);
        if (!isLong)
            return sign == '/' && IsCalledDay(post, a.Token) && IsDayOrMonth(a) && IsDayOrMonth(b) ? CalendarDay.Of(null, (int)b.Value, (int)a.Value) : null;
        var c = groups[first + 2];
        if (a.Count == YearLength)
            return IsDayOrMonth(b) && IsDayOrMonth(c) ? CalendarDay.Of((int)a.Value, (int)b.Value, (int)c.Value) : null;
        if (!IsDayOrMonth(a) || !IsDayOrMonth(b) || YearOf(c) is not { } year)
            return null;
        return CalendarDay.Of(year, (int)b.Value, (int)a.Value) ?? (sign == '/' ? CalendarDay.Of(year, (int)a.Value, (int)b.Value) : null);
    }

    public static bool IsDayOrMonth(DigitGroup group) => group.Count is 1 or 2 && !group.IsSpelled;

    private static int? YearOf(DigitGroup group) => group switch
    {
        { Count: YearLength } => (int)group.Value,
        { Count: 2, Value: >= MinShortYear and <= MaxShortYear } => Century + (int)group.Value,
        _ => null,
    };

    /// <summary>The one sign between two groups of digits; null where more or something else stands there.</summary>
    private static char? Sign(string text, List<DigitGroup> groups, int at) =>
        groups[at + 1].Start - groups[at].End == 1 && text[groups[at].End] is var sign && sign is '/' or '-' or '.' ? sign : null;

    private static bool IsJoinedBefore(string text, int start) =>
        start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '-' or '+' || (text[start - 1] is '.' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2])));

    private static bool IsJoinedAfter(string text, int end) =>
        end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '%' || (text[end] is '/' or '-' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));

    private static bool IsCalledDay(Post post, int token) => token > 0
        && (post.At(token - 1, WordKind.DateWord) ?? post.At(token - 1, WordKind.Weekday) ?? post.At(token - 1, WordKind.Limit)) is not null;
}
