using Terjaga.Evidence;
using Terjaga.Screening.Similarity;

namespace Terjaga.Takedown.Watching;

/// <summary>Decides what a look at an ordered place showed, by what it showed when it was ordered.</summary>
/// <remarks>
/// In this order: a name that does not exist any more is gone, and any other silence is <see cref="WatchedState.Unreachable"/>; the
/// site's own word (404, 410, 451) is gone; the same bytes, or most of the words, are there, whatever else the page says; then what
/// the page says of itself, gone or behind a login; a picture that looks the same is there; and what says nothing of that is changed,
/// for an officer to look at. One look is never enough to call anything gone: see <see cref="SeeOrder"/>.
/// </remarks>
internal sealed class WatchVerdict(WatchWords words)
{
    /// <summary>The resolver says that there is no such name: its registrar took it away. See <see cref="Common.Http.FetchOutcome"/>.</summary>
    private const string NoSuchName = "fetch.name-unknown";

    /// <summary>Share of the letters of what was ordered away from which it is still there, 0 to 1: half, for a page around it changes daily.</summary>
    private const double StillThere = 0.5;

    /// <summary>
    /// The same where the page says that its content is gone: one that says so and shows all of it is lying. Between the two an
    /// officer looks: of a short post the frame around it is most of the words, and stays.
    /// </summary>
    private const double StillThereAllTheSame = 0.98, FrameAtMost = 0.8;

    /// <summary>
    /// Whether a browser must look too: it showed the page when it was ordered, and the site's bare answer, without the work of its
    /// scripts, says neither that it is there nor by its status that it is not.
    /// </summary>
    /// <param name="drawn">The last look of a browser that showed it; null where none did.</param>
    public static bool NeedsBrowser(WatchedState seen, Capture? drawn, Capture now) =>
        drawn is not null && now is { StatusCode: >= 200 and < 300, PictureSha256: null } && seen != WatchedState.There;

    /// <param name="before">The last look that showed it; null where none did.</param>
    /// <param name="now">The look to be judged.</param>
    /// <param name="looksAlike">Whether the pictures of both looks are alike.</param>
    public WatchedState Of(WebAddress address, Capture? before, Capture now, bool looksAlike = false)
    {
        if (now.StatusCode is not { } status)
            return now.Code == NoSuchName ? WatchedState.Gone : WatchedState.Unreachable;
        return status switch
        {
            404 or 410 or 451 => WatchedState.Gone, // RFC 9110 sections 15.5.5 and 15.5.11, RFC 7725
            401 => WatchedState.BehindLogin, // RFC 9110 section 15.5.2
            429 or (>= 500 and < 600) => WatchedState.Unreachable, // RFC 6585 section 4, RFC 9110 section 15.6
            >= 200 and < 300 => OfPage(address, before, now, looksAlike),
            _ => WatchedState.Unknown,
        };
    }

    private WatchedState OfPage(WebAddress address, Capture? before, Capture now, bool looksAlike)
    {
        var day = DateOnly.FromDateTime(now.At.UtcDateTime);
        var saysRemoved = words.Say(WatchWords.Kind.Removed, now.Text, day);

        // What never showed itself to the desk cannot be seen to be there.
        var shown = before is null || AsksToSignIn(address, before, day) ? null : before;
        var kept = shown is null ? 0 : Kept(shown, now);
        if (kept >= (saysRemoved ? StillThereAllTheSame : StillThere))
            return WatchedState.There;

        // Words of removal beside the same picture: one of both is not true, and an officer sees which.
        if (saysRemoved)
            return kept < FrameAtMost && !looksAlike ? WatchedState.Gone : WatchedState.Changed;
        if (AsksToSignIn(address, now, day))
            return WatchedState.BehindLogin;
        if (shown is null)
            return WatchedState.Unknown;
        return looksAlike ? WatchedState.There : WatchedState.Changed;
    }

    /// <summary>Share of the letters of what was shown that still are: 0 to 1.</summary>
    private static double Kept(Capture before, Capture now)
    {
        if (before.Sha256 is { } bytes && bytes == now.Sha256)
            return 1;
        return before.Text is { Length: > 0 } was && now.Text is { Length: > 0 } shows
            ? Agreement.Of(was, shows).Same.Sum(run => run.InFirst.End - run.InFirst.Start) / (double)was.Length
            : 0;
    }

    private bool AsksToSignIn(WebAddress address, Capture look, DateOnly day) =>
        words.Say(WatchWords.Kind.SignIn, look.Text, day)
        || (!words.LeadsToSignIn(address, day) && WebAddress.Parse(look.FinalAddress).TryGet(out var final, out _) && words.LeadsToSignIn(final, day));
}
