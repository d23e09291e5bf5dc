namespace Terjaga.Screening.Identifiers;

/// <summary>Finds the word that tells what a sum is for.</summary>
internal static class WageReason
{
    /// <summary>How far before and behind a sum the word may stand, in words.</summary>
    public const int Before = 7, Behind = 3;

    /// <summary>How near before a sum a word is too near for one behind it to count, in words.</summary>
    private const int Near = 4;

    /// <summary>The nearest word; before the sum rather than behind it.</summary>
    /// <param name="next">The first word of the next sum.</param>
    public static Cue? Nearest(Post post, Money sum, int next)
    {
        var best = Previous(post, sum);
        if (best is { } before && sum.FirstToken - before.LastToken <= Near)
            return best;
        for (var i = post.CueFrom(sum.LastToken + 1); i < post.Cues.Count && post.Cues[i].FirstToken - sum.LastToken <= Behind; i++)
        {
            var cue = post.Cues[i];
            if (IsReason(cue.Kind) && cue.Kind != WordKind.PayWeak && !post.GapAfter(sum.LastToken).ContainsAny('+', ',')
                && !post.HasLineBreak(sum.LastToken, cue.FirstToken) && !Ends(post, sum.LastToken, cue.FirstToken)
                && !(next - cue.LastToken is > 0 and <= 2 && WagePeriod.HasComma(post, sum.LastToken, cue.FirstToken)))
            {
                return best ?? cue;
            }
        }

        return best;
    }

    private static Cue? Previous(Post post, Money sum)
    {
        Cue? best = null;
        for (var i = post.CueFrom(sum.FirstToken) - 1; i >= 0 && sum.FirstToken - post.Cues[i].LastToken <= Before; i--)
        {
            var cue = post.Cues[i];
            if (!IsReason(cue.Kind) || cue.LastToken >= sum.FirstToken || IsWithinLonger(post, cue, sum.FirstToken))
                continue;
            if (post.HasLineBreak(cue.LastToken, sum.FirstToken) || Ends(post, cue.LastToken, sum.FirstToken))
                break;
            if (best is null || cue.LastToken > best.Value.LastToken || (best.Value.Kind == WordKind.PayWeak && cue.Kind != WordKind.PayWeak))
                best = cue;
            if (best.Value.Kind != WordKind.PayWeak)
                break;
        }

        return best;
    }

    /// <summary>Whether a longer phrase that begins at the same word says something else, as <c>uang saku bulan pertama</c> does.</summary>
    private static bool IsWithinLonger(Post post, Cue cue, int end)
    {
        for (var i = post.CueFrom(cue.FirstToken); i < post.Cues.Count && post.Cues[i].FirstToken == cue.FirstToken; i++)
        {
            if (post.Cues[i].LastToken > cue.LastToken && post.Cues[i].LastToken < end && IsReason(post.Cues[i].Kind))
                return true;
        }

        return false;
    }

    private static bool IsReason(WordKind kind) => kind is WordKind.Pay or WordKind.PayWeak or WordKind.Fee or WordKind.NotPay;

    /// <summary>Whether a sentence ends between two words.</summary>
    public static bool Ends(Post post, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (post.EndsAfter(token))
                return true;
        }

        return false;
    }
}
