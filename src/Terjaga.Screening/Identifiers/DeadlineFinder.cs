namespace Terjaga.Screening.Identifiers;

/// <summary>Finds time limits that count from the day of the text, which the engine does not know.</summary>
internal sealed class DeadlineFinder(WordIndex words)
{
    /// <summary>Furthest limit that hurries anybody, in days.</summary>
    private const int MaxDays = 365;

    private readonly Limits _limits = new(words);

    /// <summary>Each once, in the order of the text; 0 is the day of the text.</summary>
    public List<int> Find(Post post, List<DigitGroup> groups)
    {
        var days = new List<int>();
        foreach (var cue in post.Cues)
        {
            if (DaysOf(post, groups, cue) is >= 0 and <= MaxDays and var count && !days.Contains(count))
                days.Add(count);
        }

        return days;
    }

    /// <summary>Whether one of the days of the calendar is a limit.</summary>
    public bool HasLimit(Post post, List<DateFinder.Found> dates) => dates.Exists(date => _limits.HasDate(post, date, dates));

    private int? DaysOf(Post post, List<DigitGroup> groups, Cue cue) => cue.Kind switch
    {
        WordKind.Deadline => Number(cue),
        WordKind.RelativeDay or WordKind.Weekday when _limits.HasDay(post, cue.FirstToken, cue.LastToken, Number(cue) == 0) => Number(cue),
        WordKind.DaysLeft => Times(GroupAt(groups, cue.FirstToken - 1), Number(cue)),
        WordKind.DayUnit when _limits.IsLeft(post, cue.FirstToken - 1) => Times(GroupAt(groups, cue.FirstToken - 1), Number(cue)),
        WordKind.DayBefore => Before(post, groups, cue),
        _ => null,
    };

    /// <summary><c>H-2</c>, but not the visa of that name.</summary>
    private int? Before(Post post, List<DigitGroup> groups, Cue cue)
    {
        if (cue.FirstToken > 0 && post.At(cue.FirstToken - 1, WordKind.Fee) is { } visa && words.ValueOf(visa) == "documents")
            return null;
        return post.GapAfter(cue.LastToken) is "-" or "–" && GroupAt(groups, cue.LastToken + 1) is { } group
            && group.End == post.Tokens[group.Token].End ? Times(group, 1) : null;
    }

    private static int? Times(DigitGroup? group, int days) => group is { Count: <= 3 } number ? (int)number.Value * days : null;

    private static DigitGroup? GroupAt(List<DigitGroup> groups, int token) =>
        token >= 0 && AccountDigits.IndexAfter(groups, token - 1) is var at && at < groups.Count && groups[at].Token == token ? groups[at] : null;

    private int Number(Cue cue) => (int)words.NumberOf(cue);
}
