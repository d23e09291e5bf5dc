using System.Globalization;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>How large a rehearsal is and how fast its clocks run: time is shortened more, the fewer items have to be looked at.</summary>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Kills">Most kills.</param>
/// <param name="LongestLife">Between two kills the desk lives for at most so many times as long as it took to start.</param>
internal sealed record Plan(string Database, int Items, int Seed, int Kills, double LongestLife, TimeSpan Patience)
{
    /// <summary>Looks at all items take so long on two cores, with everything else that goes on, for each of them.</summary>
    private static readonly TimeSpan _oneLook = TimeSpan.FromMilliseconds(24);

    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait => AtLeast(2 * _second, Items * _oneLook);

    public TimeSpan FirstCheckAfter => AtLeast(_second, LongestWait / 16);

    public TimeSpan ConfirmAfter => AtLeast(_second, LongestWait / 8);

    /// <summary>Of the rehearsal's own rule: short, so that the silent become late while we watch.</summary>
    public TimeSpan Deadline => AtLeast(6 * _second, LongestWait / 2);

    /// <summary>Between two looks of the rehearsal at what is known.</summary>
    public TimeSpan Rest => AtLeast(0.3 * _second, LongestWait / 40);

    public Dictionary<string, string> Watching => new()
    {
        ["Watch__FirstCheckAfter"] = Say(FirstCheckAfter),
        ["Watch__LongestWait"] = Say(LongestWait),
        ["Watch__ConfirmAfter"] = Say(ConfirmAfter),
        // Longer than a dead worker's lease: what comes back must be seen also where the look that confirmed was not stored.
        ["Watch__WatchGoneFor"] = Say(TimeSpan.FromDays(1)),
        ["Watch__HostGap"] = Say(TimeSpan.Zero),
    };

    private static string Say(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan AtLeast(TimeSpan least, TimeSpan time) => time > least ? TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)) : least;
}
