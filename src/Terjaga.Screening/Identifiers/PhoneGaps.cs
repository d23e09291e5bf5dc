using System.Buffers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Tells whether a phone number goes on after a gap.</summary>
internal static class PhoneGaps
{
    /// <summary>Most characters between two parts of a number.</summary>
    private const int MaxGap = 4;

    /// <summary>Fewest digits that are added to what is a number already; fewer are a count of something else.</summary>
    private const int MinMore = 3;

    private static readonly SearchValues<char> _separators =
        SearchValues.Create(" -.\u2010\u2011\u2012\u2013\u2014\u2212()[]_*|~\u00b7\u2022\u30fb/\\\n,'\u2019=+");

    /// <param name="isComplete">Whether the parts before are a number by themselves.</param>
    public static bool Continue(Post post, List<DigitGroup> groups, int at, bool isComplete)
    {
        var (before, next) = (groups[at - 1], groups[at]);
        var gap = post.Text.AsSpan(before.End, next.Start - before.End);
        if (before.IsQuantity || (next.IsQuantity && isComplete) || gap.Contains('+'))
            return false;
        if (gap.Length > MaxGap || gap.IndexOfAnyExcept(_separators) >= 0)
            return !isComplete && IsJoin(gap);
        if (gap.Contains('/') && (at < 2 || gap.Length > 1 || isComplete || next.Count < MinMore))
            return at >= 1 && gap.Length == 1 && !isComplete && next.Count > MinMore + 1;
        if (next.Token + 1 < post.Tokens.Count && next.Count < MinMore && !next.IsSpelled && Units.IsUnit(post.Word(next.Token + 1)) && isComplete)
            return false;
        return !isComplete || (gap.Length <= 1 && !gap.Contains('\n') && !StartsAnother(next)
            && (next.Count >= MinMore || next.IsSpelled || before.Count < MinMore));
    }

    /// <summary>A word that says that the next part belongs to it, as in <c>0812-0000 sambung 1234</c>.</summary>
    private static bool IsJoin(ReadOnlySpan<char> gap) =>
        gap.Trim(" -.,()[]") is "sambung" or "lanjut" or "terus" or "trus" or "lalu" or "strip" or "spasi" or "titik" or "garis"
            or "sambungannya" or "lanjutannya" or "disambung" or "dash" or "minus";

    private static bool StartsAnother(DigitGroup group) => group is { First: '0', Count: > 3, IsSpelled: false };
}
