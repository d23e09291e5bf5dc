using System.Buffers;
using System.Globalization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Finds sums: <c>15jt</c>, <c>Rp 9-13 juta</c>, <c>NT$ 21.000</c>, <c>1500 riyal</c>, <c>sepuluh juta</c>.</summary>
internal sealed class MoneyReader(WordIndex words, MoneyWords spelled)
{
    /// <summary>Sums that are kept of one text.</summary>
    private const int MaxSums = 200;

    /// <summary>Most digits of a sum.</summary>
    private const int MaxDigits = 13;

    private static readonly string[] _rangeSigns = ["-", "–", "—", "~", "s/d", "s.d.", "sd", "sampai", "sampe", "hingga", "to", "till", "ke"];

    private static readonly SearchValues<char> _rangeStarts = SearchValues.Create([.. _rangeSigns.Select(sign => sign[0])]);

    private readonly record struct Amount(decimal Value, bool HasMagnitude, string? Currency, int Start, int End);

    /// <summary>In order.</summary>
    public List<Money> Find(Post post)
    {
        var sums = new List<Money>();
        var text = post.Text;
        for (var at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && at < text.Length && sums.Count < MaxSums;)
        {
            var end = at;
            if (!post.Taken.Covers(at) && IsStart(text, at) && Read(post, at) is { } first)
            {
                var sum = Pair(post, first);
                end = sum.End;
                sums.Add(sum);
            }

            at = end > at ? end : SkipDigits(text, at);
            var step = at < text.Length ? text.AsSpan(at).IndexOfAnyInRange('0', '9') : -1;
            at = step < 0 ? -1 : at + step;
        }

        if (AddSpelled(post, sums))
            sums.Sort((a, b) => a.Start.CompareTo(b.Start));
        return sums;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ','))
            at++;
        return at;
    }

    /// <summary>A digit within a word is a letter in disguise, unless the word is a currency.</summary>
    private bool IsStart(string text, int at)
    {
        var start = at;
        return at == 0 || (!char.IsAsciiDigit(text[at - 1]) && (!char.IsLetter(text[at - 1]) || spelled.CurrencyBefore(text, ref start) is not null));
    }

    private Money Pair(Post post, Amount first)
    {
        var next = AfterRangeSign(post.Text, first.End);
        if (next < 0 || Read(post, next) is not { } second)
            return Keep(post, first, first);
        if (!first.HasMagnitude && second.HasMagnitude && first.Value < 1000 && spelled.MagnitudeAt(post.Text, second.Start, second.End) is { } times)
            first = first with { Value = first.Value * times, HasMagnitude = true };
        return second.Value >= first.Value && second.Value < first.Value * 1000 ? Keep(post, first, second) : Keep(post, first, first);
    }

    private static Money Keep(Post post, Amount first, Amount last) => new(
        first.Value, last.Value, first.Currency ?? last.Currency, first.HasMagnitude || last.HasMagnitude, first.Start, last.End,
        FirstToken(post, first.Start), TokenAt(post, last.End - 1));

    /// <summary>Where the second number of a range begins; -1 where no range goes on.</summary>
    private static int AfterRangeSign(string text, int at)
    {
        var rest = text.AsSpan(at);
        var trimmed = rest.TrimStart(" +");
        if (trimmed.IsEmpty || !_rangeStarts.Contains(trimmed[0]))
            return -1;
        foreach (var sign in _rangeSigns)
        {
            if (!trimmed.StartsWith(sign, StringComparison.Ordinal))
                continue;
            var after = trimmed[sign.Length..].TrimStart(' ');
            var start = at + rest.Length - after.Length;
            var digit = after.IndexOfAnyInRange('0', '9');
            return digit is >= 0 and <= 5 && !after[..digit].ContainsAny('\n', '.', ',') ? start + digit : -1;
        }

        return -1;
    }

    private Amount? Read(Post post, int at)
    {
        var text = post.Text;
        var end = SkipDigits(text, at);
        while (end > at && text[end - 1] is '.' or ',')
            end--;
        if (end - at > MaxDigits + 4 || Number(text.AsSpan(at, end - at)) is not { } value)
            return null;
        var start = at;
        var currency = spelled.CurrencyBefore(text, ref start);
        var hasMagnitude = false;
        if (spelled.Magnitude(text, end, out var afterMagnitude) is { } times)
            (value, hasMagnitude, end) = (value * times, true, afterMagnitude);
        currency ??= CurrencyAfter(post, ref end);
        return new Amount(value, hasMagnitude, currency, start, end);
    }

    private string? CurrencyAfter(Post post, ref int end)
    {
        if (spelled.CurrencyAfter(post.Text, end, out var after) is { } joined)
        {
            end = after;
            return joined;
        }

        var token = TokenFrom(post, end);
        if (token >= post.Tokens.Count || post.Tokens[token].Start - end > 2 || post.Text.AsSpan(end, post.Tokens[token].Start - end).Contains('\n'))
            return null;
        if ((post.At(token, WordKind.Currency) ?? post.At(token, WordKind.CurrencyFamily)) is not { } cue)
            return null;
        end = post.Tokens[cue.LastToken].End;
        return words.ValueOf(cue);
    }

    /// <summary>Dots and commas between groups of three digits divide thousands; a last one before one or two digits divides the fraction.</summary>
    private static decimal? Number(ReadOnlySpan<char> digits)
    {
        var last = digits.LastIndexOfAny('.', ',');
        var isFraction = last >= 0 && digits.Length - last - 1 is 1 or 2;
        Span<char> plain = stackalloc char[MaxDigits + 6];
        var count = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i]))
                plain[count++] = digits[i];
            else if (i == last && isFraction)
                plain[count++] = '.';
        }

        return decimal.TryParse(plain[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Adds numbers in words before a magnitude; false where there are none.</summary>
    private bool AddSpelled(Post post, List<Money> sums)
    {
        var count = sums.Count;
        foreach (var cue in post.Cues)
        {
            if (cue.Kind is not (WordKind.Number or WordKind.Digit or WordKind.NumberRange) || sums.Count >= MaxSums)
                continue;
            if (SpelledNumbers.Read(post, words, cue) is { } sum && !sums.Exists(other => other.FirstToken <= sum.LastToken && sum.FirstToken <= other.LastToken))
            {
                var end = sum.End;
                sums.Add(sum with { Currency = CurrencyAfter(post, ref end) });
            }
        }

        return sums.Count > count;
    }

    /// <summary>The token that a sum begins in; a sign of a currency stands before it.</summary>
    private static int FirstToken(Post post, int start)
    {
        var token = TokenAt(post, start);
        return post.Tokens[token].End <= start && token + 1 < post.Tokens.Count ? token + 1 : token;
    }

    public static int TokenAt(Post post, int position) => Math.Max(TokenFrom(post, position + 1) - 1, 0);

    /// <summary>The first token that begins at or after a place.</summary>
    public static int TokenFrom(Post post, int position)
    {
        var (low, high) = (0, post.Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (post.Tokens[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
