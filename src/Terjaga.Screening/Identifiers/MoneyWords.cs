using System.Collections.Frozen;

namespace Terjaga.Screening.Identifiers;

/// <summary>Words and signs that stand at a sum, also without a space.</summary>
internal sealed class MoneyWords(Gazetteer gazetteer, Spellings spellings)
{
    /// <summary>Longest word or sign at a sum.</summary>
    private const int MaxLength = 12;

    private readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> _magnitudes =
        gazetteer.Words.Words.Where(row => row.Kind == WordKind.Magnitude)
            .SelectMany(row => row.Words.Select(word => (word, number: WordIndex.TryNumber(row.Value, out var number) ? number : 1)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.number, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _currencies =
        gazetteer.Words.Words.Where(row => row.Kind is WordKind.Currency or WordKind.CurrencyFamily)
            .SelectMany(row => row.Words.Select(word => (word, row.Value))).DistinctBy(pair => pair.word)
            .ToFrozenDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word right behind a number multiplies it with; null for any other word.</summary>
    public decimal? Magnitude(string text, int at, out int end)
    {
        end = at;
        var start = at + (at < text.Length && text[at] is ' ' or '-' ? 1 : 0);
        var length = WordLength(text, start);
        if (length == 0 || !_magnitudes.TryGetValue(text.AsSpan(start, length), out var times))
            return null;
        end = start + length;
        if (text.AsSpan(end).StartsWith("-an") || text.AsSpan(end).StartsWith(" an "))
            end += 3;
        return times;
    }

    /// <summary>The multiplier of a sum that was read before.</summary>
    public decimal? MagnitudeAt(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (char.IsAsciiDigit(text[at]) && (at + 1 == text.Length || !(char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '.' or ',')))
                return Magnitude(text, at + 1, out _);
        }

        return null;
    }

    /// <summary>The currency that stands before a number; <paramref name="start"/> moves to it.</summary>
    public string? CurrencyBefore(string text, ref int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or '.' && start - end < 2)
            end--;
        var begin = end;
        while (begin > 0 && end - begin < MaxLength && (char.IsLetter(text[begin - 1]) || char.GetUnicodeCategory(text[begin - 1]) == System.Globalization.UnicodeCategory.CurrencySymbol))
            begin--;
        if (begin == end)
            return null;
        var word = text.AsSpan(begin, end - begin);
        var currency = spellings.Sign(word) ?? (_currencies.TryGetValue(word, out var code) ? code : null);
        if (currency is null && !char.IsLetter(word[^1]))
        {
            (begin, currency) = (end - 1, spellings.Sign(word[^1..]) ?? (_currencies.TryGetValue(word[^1..], out code) ? code : null));
        }

        if (currency is not null)
            start = begin;
        return currency;
    }

    /// <summary>The currency joined to the end of a sum, as in <c>550usd</c> or <c>900$</c>.</summary>
    public string? CurrencyAfter(string text, int at, out int end)
    {
        end = at;
        if (at >= text.Length)
            return null;
        if (char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.CurrencySymbol)
        {
            end = at + 1;
            return spellings.Sign(text.AsSpan(at, 1)) ?? (_currencies.TryGetValue(text.AsSpan(at, 1), out var sign) ? sign : null);
        }

        var length = WordLength(text, at);
        if (length == 0 || !_currencies.TryGetValue(text.AsSpan(at, length), out var currency))
            return null;
        end = at + length;
        return currency;
    }

    private static int WordLength(string text, int start)
    {
        var length = 0;
        while (start + length < text.Length && length <= MaxLength && char.IsLetter(text[start + length]))
            length++;
        return length > MaxLength ? 0 : length;
    }
}
