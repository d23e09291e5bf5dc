using System.Globalization;
using System.Text;

namespace Terjaga.Screening.Reading;

/// <summary>Splits a normalised text into words; a picture character such as a flag is a word of its own.</summary>
internal static class Tokens
{
    /// <param name="Start">In the normalised text.</param>
    /// <param name="AfterBreak">Whether punctuation or a line break stands between this word and the one before.</param>
    public readonly record struct Token(int Start, int End, bool AfterBreak)
    {
        public int Length => End - Start;
    }

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var start = -1;
        var isAfterBreak = false;
        for (var at = 0; at < text.Length;)
        {
            var kind = KindAt(text, at, out var length);
            if (kind == Kind.Letter && start < 0)
                start = at;
            if (kind != Kind.Letter && start >= 0)
                Close(at);
            if (kind == Kind.Picture)
            {
                start = at;
                Close(at + length);
            }

            isAfterBreak |= kind == Kind.Break;
            at += length;
        }

        if (start >= 0)
            Close(text.Length);
        return tokens;

        void Close(int end)
        {
            tokens.Add(new Token(start, end, isAfterBreak));
            (start, isAfterBreak) = (-1, false);
        }
    }

    private enum Kind
    {
        Other,
        Letter,
        Break,
        Picture,
    }

    private static Kind KindAt(string text, int at, out int length)
    {
        var c = text[at];
        length = 1;
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) || c == '\'' ? Kind.Letter
                : c is '.' or ',' or ';' or '!' or '?' or ':' or '\n' ? Kind.Break : Kind.Other;
        }

        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
        if (Rune.IsLetterOrDigit(rune))
            return Kind.Letter;
        if (!IsRegional(rune) || at + length >= text.Length)
            return Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol ? Kind.Picture : Kind.Other;

        // A flag is two letters of its own alphabet.
        Rune.DecodeFromUtf16(text.AsSpan(at + length), out var next, out var nextLength);
        length += IsRegional(next) ? nextLength : 0;
        return Kind.Picture;
    }

    private static bool IsRegional(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;
}
