using System.Globalization;
using System.Text;

namespace Terjaga.Screening;

/// <summary>Splits a normalised text into words; a picture character such as a flag is a word of its own.</summary>
internal static class Tokens
{
    /// <param name="Start">In the normalised text.</param>
    /// <param name="AfterBreak">Whether punctuation or a line break stands between this word and the one before.</param>
    public readonly record struct Token(int Start, int End, bool AfterBreak);

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        var start = -1;
        var isAfterBreak = false;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var isWord = Rune.IsLetterOrDigit(rune) || rune.Value == '\'';
            if (isWord && start < 0)
                start = at;
            if (!isWord && start >= 0)
                Close(at);
            if (!isWord && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
            {
                start = at;
                Close(at + length);
            }
            else if (!isWord)
            {
                isAfterBreak |= rune.Value is '.' or ',' or ';' or '!' or '?' or ':' or '\n';
            }

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
}
