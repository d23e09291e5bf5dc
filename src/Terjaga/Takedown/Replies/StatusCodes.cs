namespace Terjaga.Takedown.Replies;

/// <summary>Finds the codes by which mail servers say why: RFC 3463 (5.1.1) and RFC 5321 (550).</summary>
internal static class StatusCodes
{
    /// <summary>Digits of a code of RFC 5321, and most digits of the second and third number of RFC 3463.</summary>
    private const int ReplyDigits = 3, MaxDigits = 3;

    /// <summary>The first enhanced code of a refusal; null where there is none.</summary>
    public static string? RefusalIn(string text) => FirstIn(text, "45");

    /// <summary>The first enhanced code; null where there is none. A part of a network address is none.</summary>
    /// <param name="classes">The first digits that count: 2 for success, 4 for a delay, 5 for the end.</param>
    public static string? FirstIn(string text, string classes = "245")
    {
        for (var at = 0; at + 4 < text.Length; at++)
        {
            if (!classes.Contains(text[at], StringComparison.Ordinal) || text[at + 1] != '.' || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '.')))
                continue;
            var second = DigitsAt(text, at + 2);
            var dot = at + 2 + second;
            if (second == 0 || dot >= text.Length || text[dot] != '.')
                continue;
            var third = DigitsAt(text, dot + 1);
            var end = dot + 1 + third;
            var isLonger = end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1])));
            if (third > 0 && !isLonger)
                return text[at..end];
        }

        return null;
    }

    /// <summary>The first code of a refusing server, 400 to 599; null where there is none.</summary>
    public static int? ReplyIn(string text)
    {
        for (var at = 0; at + ReplyDigits < text.Length; at++)
        {
            if (text[at] is not ('4' or '5') || (at > 0 && !IsEdge(text[at - 1])) || !IsEdge(text[at + ReplyDigits]) || DigitsAt(text, at) != ReplyDigits)
                continue;
            if (text[at + 1] <= '7')
                return int.Parse(text.AsSpan(at, ReplyDigits), System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static bool IsEdge(char letter) => char.IsWhiteSpace(letter) || letter is '-' or ':' or '(' or ')' or '[' or ']' or '\'' or '"' or '<' or '>' or ',' or ';' or '#';

    private static int DigitsAt(string text, int at)
    {
        var count = 0;
        while (count <= MaxDigits && at + count < text.Length && char.IsAsciiDigit(text[at + count]))
            count++;
        return count > MaxDigits ? 0 : count;
    }
}
