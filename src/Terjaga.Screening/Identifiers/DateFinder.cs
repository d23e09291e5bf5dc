namespace Terjaga.Screening.Identifiers;

/// <summary>Finds days of the calendar, in figures and with names of months.</summary>
internal sealed class DateFinder(WordIndex words)
{
    /// <summary>Days that are kept of one text.</summary>
    private const int MaxDays = 50;

    /// <summary>Last day of a month.</summary>
    private const int MaxDay = 31;

    /// <summary>A day with the words that name it.</summary>
    public readonly record struct Found(CalendarDay Day, int FirstToken, int LastToken);

    /// <summary>In order.</summary>
    public List<Found> Find(Post post, List<DigitGroup> groups)
    {
        var found = new List<Found>();
        for (var at = 0; at < groups.Count && found.Count < MaxDays; at++)
        {
            if (groups[at].Count > DayFigures.YearLength || groups[at].IsSpelled || post.Taken.Covers(groups[at].Start))
                continue;
            if (DayFigures.Read(post, groups, at, out var count) is { } day)
            {
                found.Add(new Found(day, groups[at].Token, groups[at + count - 1].Token));
                at += count - 1;
            }
            else if (groups[at].Count <= 2 && groups[at].Value is >= 1 and <= MaxDay && IsOwnWord(post, groups[at]))
            {
                AddNamed(post, groups, at, found);
            }
        }

        return WithYears(post, found);
    }

    /// <summary>A number by itself or with the ending of an English ordinal.</summary>
    private static bool IsOwnWord(Post post, DigitGroup group) =>
        group.Start == post.Tokens[group.Token].Start && (group.End == post.Tokens[group.Token].End || IsOrdinal(post, group));

    private static bool IsOrdinal(Post post, DigitGroup group) =>
        post.Text.AsSpan(group.End, post.Tokens[group.Token].End - group.End) is "st" or "nd" or "rd" or "th";

    private void AddNamed(Post post, List<DigitGroup> groups, int at, List<Found> found)
    {
        var group = groups[at];
        var next = group.Token + 1 < post.Tokens.Count && post.Word(group.Token + 1) is "of" ? group.Token + 2 : group.Token + 1;
        if (IsClose(post, next - 1) && MonthAt(post, next) is { } month)
        {
            var year = YearAt(post, groups, at + 1, month.LastToken);
            if (month.Kind == WordKind.MonthInCapital && year is null && !HasCapital(post, next))
                return;
            AddJoined(post, groups, at, (int)words.NumberOf(month), year, found);
            if (CalendarDay.Of(year, (int)words.NumberOf(month), (int)group.Value) is { } day)
                found.Add(new Found(day, group.Token, month.LastToken + (year is null ? 0 : 1)));
        }
        else if (group.Token > 0 && IsClose(post, group.Token - 1) && MonthAt(post, group.Token - 1) is { } before
            && (found.Count == 0 || found[^1].LastToken < before.FirstToken)
            && YearAt(post, groups, at + 1, group.Token) is var year && (year is not null || (IsOrdinal(post, group) && HasCapital(post, before.FirstToken)))
            && CalendarDay.Of(year, (int)words.NumberOf(before), (int)group.Value) is { } day)
        {
            found.Add(new Found(day, before.FirstToken, group.Token + (year is null ? 0 : 1)));
        }
    }

    /// <summary>The first day of <c>5 s/d 9 Juni</c>, which has its month from the second.</summary>
    private static void AddJoined(Post post, List<DigitGroup> groups, int at, int month, int? year, List<Found> found)
    {
        if (at == 0 || !DayFigures.IsDayOrMonth(groups[at - 1]) || groups[at - 1].Value >= groups[at].Value || !IsOwnWord(post, groups[at - 1])
            || (found.Count > 0 && found[^1].LastToken >= groups[at - 1].Token) || !IsJoin(post, groups[at - 1].Token, groups[at].Token))
        {
            return;
        }

        if (CalendarDay.Of(year, month, (int)groups[at - 1].Value) is { } day)
            found.Add(new Found(day, groups[at - 1].Token, groups[at - 1].Token));
    }

    /// <summary>Whether a sign or word of a range is all that stands between two tokens.</summary>
    private static bool IsJoin(Post post, int before, int after)
    {
        if (after == before + 1)
            return post.GapAfter(before).Trim(' ') is "-" or "–" or "—" or "~" or "&" or "/";
        return post.At(before + 1, WordKind.DayJoin) is { } join && join.LastToken == after - 1 && !post.HasLineBreak(before, after);
    }

    private static bool IsClose(Post post, int token) => post.GapAfter(token) is " " or "-" or "/" or " - " or "";

    private static Cue? MonthAt(Post post, int token) => post.At(token, WordKind.Month) ?? post.At(token, WordKind.MonthInCapital);

    private static bool HasCapital(Post post, int token) => char.IsUpper(post.Original[post.Origin(post.Tokens[token].Start)]);

    /// <summary>The year that follows a word; null where none does.</summary>
    private static int? YearAt(Post post, List<DigitGroup> groups, int at, int token) =>
        at < groups.Count && groups[at] is { Count: DayFigures.YearLength, Value: >= 1900 and <= 2100, IsQuantity: false } && groups[at].Token == token + 1
            && post.GapAfter(token) is " " or ", " or "-" or "/" or " - " ? (int)groups[at].Value : null;

    /// <summary>A day without a year has that of the day at the other end of its range.</summary>
    private static List<Found> WithYears(Post post, List<Found> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i].Day.Year is null && found[i + 1].Day.Year is { } year && IsJoin(post, found[i].LastToken, found[i + 1].FirstToken)
                && CalendarDay.Of(year, found[i].Day.Month, found[i].Day.Day) is { } day)
            {
                found[i] = found[i] with { Day = day };
            }
        }

        return found;
    }
}
