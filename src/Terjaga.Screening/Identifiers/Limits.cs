namespace Terjaga.Screening.Identifiers;

/// <summary>Tells whether a day is the end of a time in which something is to be done.</summary>
internal sealed class Limits(WordIndex words)
{
    /// <summary>Values of <see cref="WordKind.Limit"/>: <c>ditutup</c>, <c>sampai</c>, <c>bayar</c>, <c>tinggal</c>.</summary>
    private const string By = "by", Until = "until", Act = "act", Left = "left";

    /// <summary>How far before a day its word may stand, in words.</summary>
    private const int ReachBy = 6, ReachUntil = 2, ReachAct = 4;

    /// <summary>How far behind a day its word may stand, in words.</summary>
    private const int ReachBehind = 2;

    /// <summary>Whether a word of a limit stands at a day of the calendar.</summary>
    /// <param name="dates">Between two of them, <c>sampai</c> joins them and is no limit.</param>
    public bool HasDate(Post post, DateFinder.Found date, List<DateFinder.Found> dates) =>
        Stands(post, date.FirstToken, date.LastToken, (value, cue) =>
            value == By || (value == Until && !dates.Exists(other => other.LastToken == cue.FirstToken - 1)));

    /// <summary>Whether a word of a limit stands at a day such as <c>besok</c>.</summary>
    /// <param name="isToday"><c>sampai hari ini</c> speaks of what was, not of a limit.</param>
    public bool HasDay(Post post, int first, int last, bool isToday) =>
        !IsAmongWeekdays(post, first, last)
        && Stands(post, first, last, (value, cue) => value is By or Act || (value == Until && !isToday && !HasFigure(post, cue.LastToken + 1, first)));

    /// <summary>Whether a number says how much is left, as in <c>tinggal 3 hari</c>.</summary>
    public bool IsLeft(Post post, int token) => token > 0 && post.At(token - 1, WordKind.Limit) is { } cue && words.ValueOf(cue) == Left;

    /// <summary>Days of the week beside each other are hours of work.</summary>
    private static bool IsAmongWeekdays(Post post, int first, int last) =>
        IsWeekday(post, first - 1) || IsWeekday(post, last + 1) || IsJoined(post, first, 1) || IsJoined(post, first, 2);

    /// <param name="length">Of the word between, such as <c>sampai</c>, or <c>s/d</c> which is two.</param>
    private static bool IsJoined(Post post, int first, int length) =>
        IsWeekday(post, first - length - 1) && post.At(first - length, WordKind.DayJoin) is { } join && join.LastToken == first - 1;

    private static bool IsWeekday(Post post, int token) => post.At(token, WordKind.Weekday) is not null;

    /// <summary>Whether a number stands between, to which the word belongs: <c>jam 8 s/d 17 Senin</c>.</summary>
    private static bool HasFigure(Post post, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (char.IsAsciiDigit(post.Word(token)[0]))
                return true;
        }

        return false;
    }

    private bool Stands(Post post, int first, int last, Func<string, Cue, bool> counts)
    {
        for (var i = post.CueFrom(first) - 1; i >= 0 && first - post.Cues[i].FirstToken <= ReachBy; i--)
        {
            var cue = post.Cues[i];
            if (cue.Kind == WordKind.Limit && cue.LastToken < first && first - cue.LastToken <= Reach(words.ValueOf(cue))
                && counts(words.ValueOf(cue), cue) && !Ends(post, cue.LastToken, first))
            {
                return true;
            }
        }

        for (var i = post.CueFrom(last + 1); i < post.Cues.Count && post.Cues[i].FirstToken - last <= ReachBehind; i++)
        {
            if (post.Cues[i].Kind == WordKind.Limit && words.ValueOf(post.Cues[i]) is By or Act && counts(words.ValueOf(post.Cues[i]), post.Cues[i])
                && !Ends(post, last, post.Cues[i].FirstToken))
            {
                return true;
            }
        }

        return false;
    }

    private static int Reach(string value) => value switch
    {
        By => ReachBy,
        Until => ReachUntil,
        Act => ReachAct,
        _ => 0,
    };

    private static bool Ends(Post post, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (post.EndsAfter(token))
                return true;
        }

        return false;
    }
}
