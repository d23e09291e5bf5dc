namespace Terjaga.Screening.Identifiers;

/// <summary>Reads pay of which the text leaves out what goes without saying: the millions, or a currency named before.</summary>
internal static class ShortPay
{
    /// <summary>What a number of one or two digits behind a word of pay means.</summary>
    private const decimal Million = 1_000_000;

    /// <summary>Beyond this, a number behind a word of pay is no number of millions.</summary>
    private const decimal MaxMillions = 100;

    /// <summary>How many times as much, or as little, as the sum before it one in the same currency may be.</summary>
    private const decimal MaxRatio = 10;

    /// <summary>How far before a number its word of pay may stand, in words.</summary>
    private const int Reach = 2;

    /// <summary>
    /// <c>gapok 7,8</c> and <c>sebulan bersih dapat 14</c>: a fraction right behind a word of pay, or a whole number where
    /// a period is named in the sentence. Null for any other number.
    /// </summary>
    public static Money? InMillions(Post post, Money sum)
    {
        if (sum.Currency is not null || sum.HasMagnitude || sum.Min is not (>= 1 and < MaxMillions) || sum.Max >= MaxMillions || !IsLast(post, sum))
            return null;
        var isFraction = sum.Min % 1 != 0;
        var isPay = Stands(post, sum, WordKind.Pay, Reach) && !Stands(post, sum, WordKind.NotPay, Reach) && !Stands(post, sum, WordKind.Fee, Reach);
        var isGot = Stands(post, sum, WordKind.PayWeak, 1) && Stands(post, sum, WordKind.Pay, WageReason.Before);
        return (isPay && isFraction) || ((isPay || isGot) && Stands(post, sum, WordKind.Period, WageReason.Before))
            ? sum with { Min = sum.Min * Million, Max = sum.Max * Million, Currency = "IDR", HasMagnitude = true }
            : null;
    }

    /// <summary>Whether a number stands behind a word of pay in a sentence that named a currency before.</summary>
    public static bool MayContinue(Post post, Money sum, Money? before) =>
        before is { Currency: not null } named && sum.Min >= 1 && !WageReason.Ends(post, named.LastToken, sum.FirstToken)
            && (Stands(post, sum, WordKind.PayWeak, Reach) || Stands(post, sum, WordKind.Pay, Reach));

    /// <summary>Such a number with that currency; null where it cannot be meant.</summary>
    /// <param name="isRate">Whether a period follows, so that it may be much smaller or larger.</param>
    public static Money? InCurrencyOf(Post post, Money sum, Money? before, bool isRate) =>
        before is { } named && (isRate || (sum.Min * MaxRatio >= named.Max && sum.Max <= named.Max * MaxRatio && IsLast(post, sum)))
            ? sum with { Currency = named.Currency }
            : null;

    /// <summary>Whether nothing follows that the number could count: the sentence, the clause or a sum goes on.</summary>
    private static bool IsLast(Post post, Money sum)
    {
        var rest = post.Text.AsSpan(sum.End);
        var trimmed = rest.TrimStart(' ');
        return trimmed.IsEmpty || trimmed[0] is '+' or '\n' or '!' or ')' or ';' || (rest[0] is '.' or ',' && (rest.Length == 1 || char.IsWhiteSpace(rest[1])))
            || post.At(sum.LastToken + 1, WordKind.Period) is not null;
    }

    private static bool Stands(Post post, Money sum, WordKind kind, int reach) => post.Before(sum.FirstToken, reach, kind, kind) is { } cue
        && !WageReason.Ends(post, cue.LastToken, sum.FirstToken);
}
