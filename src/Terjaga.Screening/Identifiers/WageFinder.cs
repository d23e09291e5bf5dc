namespace Terjaga.Screening.Identifiers;

/// <summary>Tells pay for work from what a worker is to pay, and from sums that are neither.</summary>
internal sealed class WageFinder(WordIndex words, Spellings spellings)
{
    /// <summary>How far before and behind a sum the word may stand that tells what it is for, in words.</summary>
    private const int Before = 7, Behind = 3;

    /// <summary>How far behind a sum its period may stand, in words.</summary>
    private const int PeriodReach = 3;

    /// <summary>Smallest sum without a currency that is one of rupiah.</summary>
    private const decimal MinBare = 100_000;

    /// <summary>A pay beyond this is an English <c>m</c> for million read as one for milyar.</summary>
    private const decimal Billion = 1_000_000_000;

    private const string Rupiah = "IDR";

    private const string Month = "month";

    public (List<Wage> Wages, List<Fee> Fees) Find(Post post, List<Money> sums, string? country)
    {
        var (wages, fees) = (new List<Wage>(), new List<Fee>());
        var speaksOfPay = post.Cues.Exists(cue => cue.Kind == WordKind.Pay);
        foreach (var sum in sums)
        {
            if (CurrencyOf(sum, speaksOfPay) is not { } named)
                continue;
            var currency = spellings.Currency(named, country);
            var period = PeriodOf(post, sum);
            var amounts = period is not null && sum.Min >= Billion ? sum with { Min = sum.Min / 1000, Max = sum.Max / 1000 } : sum;
            var reason = Nearest(post, sum);
            if (reason?.Kind == WordKind.Fee && !(period is not null && IsFar(sum, reason.Value)))
                fees.Add(new Fee(sum.Min, sum.Max, currency, words.ValueOf(reason.Value), post.Word(reason.Value.FirstToken).ToString()));
            else if (reason?.Kind is WordKind.Pay or WordKind.PayWeak || (reason?.Kind != WordKind.NotPay && period is not null) || (reason is null && LooksLikePay(post, sum, speaksOfPay && wages.Count == 0)))
                Add(wages, Limits(post, amounts), currency, period ?? Month);
        }

        return (wages, fees);
    }

    private static void Add(List<Wage> wages, (decimal? Min, decimal? Max) limits, string currency, string period)
    {
        var wage = new Wage(limits.Min, limits.Max, currency, period);
        if (!wages.Contains(wage))
            wages.Add(wage);
    }

    private static string? CurrencyOf(Money sum, bool speaksOfPay) =>
        sum.Currency ?? (sum.HasMagnitude || (speaksOfPay && sum.Max >= MinBare) ? Rupiah : null);

    /// <summary>Without a word that tells: a range, something added to it, or a sum in a foreign currency, and no price before.</summary>
    private static bool LooksLikePay(Post post, Money sum, bool isExpected) =>
        isExpected || sum.Min != sum.Max || post.Text.AsSpan(sum.End).TrimStart(' ') is ['+', ..]
        || (sum.Currency is not null and not Rupiah && !post.Cues.Exists(cue => cue.Kind is WordKind.Fee && sum.FirstToken - cue.FirstToken is > 0 and <= Before));

    private static bool IsFar(Money sum, Cue cue) => sum.FirstToken - cue.LastToken > 3;

    /// <summary>One side is open after <c>sampai</c> or <c>minimal</c>.</summary>
    private (decimal? Min, decimal? Max) Limits(Post post, Money sum)
    {
        if (sum.Min != sum.Max || sum.FirstToken == 0)
            return (sum.Min, sum.Max);
        for (var token = sum.FirstToken - 1; token >= Math.Max(0, sum.FirstToken - 2); token--)
        {
            if (post.HasLineBreak(token, sum.FirstToken) || post.EndsAfter(token))
                break;
            if (post.At(token, WordKind.UpTo) is { } upTo && upTo.LastToken < sum.FirstToken)
                return (null, sum.Max);
            if (post.At(token, WordKind.AtLeast) is { } atLeast && atLeast.LastToken < sum.FirstToken && words.ValueOf(atLeast) == "min")
                return (sum.Min, null);
        }

        return (sum.Min, sum.Max);
    }

    /// <summary>The nearest word that tells what a sum is for; before the sum rather than behind it.</summary>
    private static Cue? Nearest(Post post, Money sum)
    {
        Cue? best = null;
        for (var i = post.CueFrom(sum.FirstToken) - 1; i >= 0 && sum.FirstToken - post.Cues[i].LastToken <= Before; i--)
        {
            var cue = post.Cues[i];
            if (!IsReason(cue.Kind) || cue.LastToken >= sum.FirstToken)
                continue;
            if (post.HasLineBreak(cue.LastToken, sum.FirstToken) || Ends(post, cue.LastToken, sum.FirstToken))
                break;
            if (best is null || cue.LastToken > best.Value.LastToken || (best.Value.Kind == WordKind.PayWeak && cue.Kind != WordKind.PayWeak))
                best = cue;
            if (best.Value.Kind != WordKind.PayWeak)
                break;
        }

        if (best is { } before && sum.FirstToken - before.LastToken <= 4)
            return best;
        for (var i = post.CueFrom(sum.LastToken + 1); i < post.Cues.Count && post.Cues[i].FirstToken - sum.LastToken <= Behind; i++)
        {
            if (IsReason(post.Cues[i].Kind) && post.Cues[i].Kind != WordKind.PayWeak && !post.GapAfter(sum.LastToken).ContainsAny('+', ',') && !post.HasLineBreak(sum.LastToken, post.Cues[i].FirstToken) && !Ends(post, sum.LastToken, post.Cues[i].FirstToken))
                return best ?? post.Cues[i];
        }

        return best;
    }

    private static bool IsReason(WordKind kind) => kind is WordKind.Pay or WordKind.PayWeak or WordKind.Fee or WordKind.NotPay;

    private static bool Ends(Post post, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (post.EndsAfter(token))
                return true;
        }

        return false;
    }

    private string? PeriodOf(Post post, Money sum)
    {
        for (var token = sum.LastToken; token <= sum.LastToken + PeriodReach && token < post.Tokens.Count; token++)
        {
            if (token > sum.LastToken && post.At(token, WordKind.Period) is { } period)
                return words.ValueOf(period);
            if (token > sum.LastToken && post.GapAfter(token - 1).Contains('/') && post.At(token, WordKind.PeriodUnit) is { } unit)
                return words.ValueOf(unit);
            if (post.EndsAfter(token))
                break;
        }

        for (var token = sum.FirstToken - 1; token >= Math.Max(0, sum.FirstToken - PeriodReach); token--)
        {
            if (post.EndsAfter(token))
                break;
            if (post.At(token, WordKind.Period) is { } period && period.LastToken < sum.FirstToken)
                return words.ValueOf(period);
        }

        return null;
    }
}
