namespace Terjaga.Screening.Identifiers;

/// <summary>Reads for how long a sum is paid.</summary>
internal sealed class WagePeriod(WordIndex words)
{
    /// <summary>How far from a sum its period may stand, in words.</summary>
    private const int Reach = 3;

    /// <param name="IsBehind">Whether it follows the sum.</param>
    /// <param name="IsRate">Whether it follows the sum or stands right before it, so that the sum is for that time.</param>
    public readonly record struct Found(string Period, bool IsBehind, bool IsRate);

    /// <summary>Behind the sum, or else before it; null where the text does not say.</summary>
    /// <param name="next">The first word of the next sum; a period right before it is its own.</param>
    public Found? Read(Post post, Money sum, int next)
    {
        for (var token = sum.LastToken + 1; token <= sum.LastToken + Reach && token < post.Tokens.Count && token < next; token++)
        {
            if (post.EndsAfter(token - 1))
                break;
            if (post.At(token, WordKind.Period) is { } period)
            {
                if (period.LastToken == next - 1 && HasComma(post, sum.LastToken, token))
                    break;
                return new Found(words.ValueOf(period), true, true);
            }

            if (post.GapAfter(token - 1).Contains('/') && post.At(token, WordKind.PeriodUnit) is { } unit)
                return new Found(words.ValueOf(unit), true, true);
        }

        for (var token = sum.FirstToken - 1; token >= Math.Max(0, sum.FirstToken - Reach) && !post.EndsAfter(token); token--)
        {
            if (post.At(token, WordKind.Period) is { } period && period.LastToken < sum.FirstToken)
                return new Found(words.ValueOf(period), false, period.LastToken == sum.FirstToken - 1);
        }

        return null;
    }

    /// <summary>Whether a comma stands between two words.</summary>
    public static bool HasComma(Post post, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (post.GapAfter(token).Contains(','))
                return true;
        }

        return false;
    }
}
