namespace Terjaga.Screening.Identifiers;

/// <summary>Reads the digits of an account, however they are grouped.</summary>
internal static class AccountDigits
{
    /// <summary>Digits of an account.</summary>
    /// <remarks>Electronic wallets aside, Indonesian banks use 10 to 16; the bounds leave room for invented ones.</remarks>
    private const int Min = 8, Max = 18;

    /// <summary>Most characters between two groups of one account.</summary>
    private const int MaxGap = 3;

    /// <summary>A number, digits only, with its place in the reading form.</summary>
    public readonly record struct Parsed(string Number, int Start, int End, int LastToken);

    /// <summary>The first group that begins after a word.</summary>
    public static int IndexAfter(List<DigitGroup> groups, int token)
    {
        var (low, high) = (0, groups.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (groups[middle].Token <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Whether two groups can be parts of one account.</summary>
    public static bool Joins(Post post, DigitGroup before, DigitGroup next)
    {
        var gap = post.Text.AsSpan(before.End, next.Start - before.End);
        return gap.Length <= MaxGap && gap.IndexOfAnyExcept(" -.\u2013") < 0 && !before.IsQuantity && !next.IsQuantity
            && !(next.Token + 1 < post.Tokens.Count && Units.IsUnit(post.Word(next.Token + 1)) && next.Count <= MaxGap);
    }

    /// <param name="lengths">How many digits the accounts of the bank have; null where that is not known.</param>
    public static Parsed? Read(Post post, List<DigitGroup> groups, int first, IReadOnlyList<int>? lengths)
    {
        if (IsMoney(post, groups, first))
            return null;
        Span<char> digits = stackalloc char[Max];
        var (length, end, best) = (0, first, 0);
        for (var at = first; at < groups.Count && (at == first || Joins(post, groups[at - 1], groups[at])); at++)
        {
            var more = groups[at].CopyTo(digits, length);
            if (more < 0)
                break;
            length = more;
            if (best == 0 || lengths is null || lengths.Contains(length) || !lengths.Contains(best))
                (end, best) = (at, length);
        }

        return best < Min || groups[end].IsQuantity
            ? null
            : new Parsed(digits[..best].ToString(), groups[first].Start, groups[end].End, groups[end].Token);
    }

    /// <summary>Whether a sum stands here: behind a currency, or with thousands set off by dots.</summary>
    private static bool IsMoney(Post post, List<DigitGroup> groups, int first)
    {
        var group = groups[first];
        if (group.Token > 0 && post.At(group.Token - 1, WordKind.Currency) is not null)
            return true;
        if (first + 1 == groups.Count || group.First == '0' || group.Count > 3)
            return false;
        var next = groups[first + 1];
        return next.Count == 3 && next.Start == group.End + 1 && post.Text[group.End] is '.' or ',';
    }
}
