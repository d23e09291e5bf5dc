namespace Terjaga.Screening.Identifiers;

/// <summary>Tells pay for work from what a worker is to pay, and from sums that are neither.</summary>
internal sealed class WageFinder(WordIndex words, Spellings spellings)
{
    /// <summary>Smallest sum without a currency that is one of rupiah.</summary>
    private const decimal MinBare = 100_000;

    /// <summary>Smallest sum of a foreign currency that is pay where nothing says so.</summary>
    private const decimal MinForeign = 50;

    /// <summary>A pay beyond this is an English <c>m</c> for million read as one for milyar.</summary>
    private const decimal Billion = 1_000_000_000;

    private const string Rupiah = "IDR";

    private const string Month = "month";

    private readonly WagePeriod _periods = new(words);

    public (List<Wage> Wages, List<Fee> Fees) Find(Post post, List<Money> sums, string? country)
    {
        var (wages, fees) = (new List<Wage>(), new List<Fee>());
        var speaksOfPay = SpeaksOfPay(post);
        Money? named = null;
        for (var i = 0; i < sums.Count; i++)
        {
            var next = i + 1 < sums.Count ? sums[i + 1].FirstToken : int.MaxValue;
            if (WithCurrency(post, sums[i], named, next, speaksOfPay) is not { } sum || IsDenied(post, sum))
                continue;
            named = sum;
            var currency = spellings.Currency(sum.Currency!, country, sums);
            var period = _periods.Read(post, sum, next);
            var reason = WageReason.Nearest(post, sum, next);
            if (reason?.Kind == WordKind.Fee && !(period is not null && IsFar(sum, reason.Value)))
                fees.Add(new Fee(sum.Min, sum.Max, currency, words.ValueOf(reason.Value), post.Word(reason.Value.FirstToken).ToString()));
            else if (IsPay(post, sum, reason, period, speaksOfPay, wages.Count == 0))
                Add(wages, Limits(post, InThousands(sum, period)), currency, period?.Period ?? Month);
        }

        return (wages, fees);
    }

    /// <summary>Whether a word of pay stands in the text other than behind one that takes its meaning, as in <c>promo gajian</c>.</summary>
    private static bool SpeaksOfPay(Post post) => post.Cues.Exists(cue =>
        cue.Kind == WordKind.Pay && !(cue.FirstToken > 0 && post.GapAfter(cue.FirstToken - 1) is " " && post.At(cue.FirstToken - 1, WordKind.NotPay) is not null));

    private Money? WithCurrency(Post post, Money sum, Money? named, int next, bool speaksOfPay)
    {
        if (sum.Currency is not null)
            return sum;
        if (sum.HasMagnitude || (speaksOfPay && sum.Max >= MinBare))
            return sum with { Currency = Rupiah };
        var more = ShortPay.MayContinue(post, sum, named) ? ShortPay.InCurrencyOf(post, sum, named, _periods.Read(post, sum, next) is { IsBehind: true }) : null;
        return more ?? (speaksOfPay ? ShortPay.InMillions(post, sum) : null);
    }

    /// <summary>Whether the text takes the sum back: <c>2 juta? bukan</c>.</summary>
    private static bool IsDenied(Post post, Money sum) =>
        post.GapAfter(sum.LastToken).Contains('?') && post.At(sum.LastToken + 1, WordKind.Denial) is not null;

    private static bool IsPay(Post post, Money sum, Cue? reason, WagePeriod.Found? period, bool speaksOfPay, bool isFirst) => reason?.Kind switch
    {
        WordKind.Pay or WordKind.PayWeak => true,
        WordKind.NotPay => false,
        _ when period is { } found => found.IsRate || speaksOfPay,
        null => LooksLikePay(post, sum, speaksOfPay && isFirst && HasPayBefore(post, sum)),
        _ => false,
    };

    private static bool HasPayBefore(Post post, Money sum) => post.Cues.Exists(cue => cue.Kind == WordKind.Pay && cue.FirstToken < sum.FirstToken);

    /// <summary>Without a word that tells: a range, something added to it, or a sum in a foreign currency, and no price before.</summary>
    private static bool LooksLikePay(Post post, Money sum, bool isExpected) =>
        isExpected || sum.Min != sum.Max || post.Text.AsSpan(sum.End).TrimStart(' ') is ['+', ..]
        || (sum.Currency != Rupiah && sum.Max >= MinForeign
            && !post.Cues.Exists(cue => cue.Kind is WordKind.Fee && sum.FirstToken - cue.FirstToken is > 0 and <= WageReason.Before));

    private static Money InThousands(Money sum, WagePeriod.Found? period) =>
        period is not null && sum.Min >= Billion ? sum with { Min = sum.Min / 1000, Max = sum.Max / 1000 } : sum;

    private static void Add(List<Wage> wages, (decimal? Min, decimal? Max) limits, string currency, string period)
    {
        var wage = new Wage(limits.Min, limits.Max, currency, period);
        if (!wages.Contains(wage))
            wages.Add(wage);
    }

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
}
