using System.Globalization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Reads sums in words: <c>sepuluh juta</c>, <c>dua puluh lima juta</c>, <c>belasan juta</c>.</summary>
internal static class SpelledNumbers
{
    /// <summary>Most words of a number.</summary>
    private const int MaxWords = 5;

    /// <summary>The sum whose number begins at a cue; null where no magnitude ends it.</summary>
    public static Money? Read(Post post, WordIndex words, Cue cue)
    {
        var token = cue.LastToken + 1;
        if (cue.Kind == WordKind.NumberRange)
        {
            var sides = words.ValueOf(cue).Split('-');
            return post.At(Math.Min(token, post.Tokens.Count - 1), WordKind.Magnitude) is { } range
                ? Keep(post, Side(sides[0]) * words.NumberOf(range), Side(sides[^1]) * words.NumberOf(range), cue.FirstToken, range.LastToken)
                : null;
        }

        var (sum, part) = (0m, words.NumberOf(cue));
        for (var count = 0; token < post.Tokens.Count && count < MaxWords; count++)
        {
            if (post.At(token, WordKind.Magnitude) is { } magnitude)
            {
                var value = (sum + part) * words.NumberOf(magnitude);
                return Keep(post, value, value, cue.FirstToken, magnitude.LastToken);
            }

            if (post.At(token, WordKind.NumberTimes) is { } times)
                (sum, part) = words.ValueOf(times) == "belas" ? (sum + part + 10, 0) : (sum + (part * decimal.Parse(words.ValueOf(times), CultureInfo.InvariantCulture)), 0);
            else if (post.At(token, WordKind.Digit) is { } digit && part == 0)
                part = words.NumberOf(digit);
            else
                return null;
            token++;
        }

        return null;
    }

    private static decimal? Side(string side) =>
        side.Length == 0 ? null : decimal.Parse(side, CultureInfo.InvariantCulture);

    private static Money Keep(Post post, decimal? min, decimal? max, int first, int last) =>
        new(min, max, null, true, post.Tokens[first].Start, post.Tokens[last].End, first, last);
}
