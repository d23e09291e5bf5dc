using System.Globalization;
using System.Text;

namespace Terjaga.Campaigns.Portrait;

/// <summary>Words of strangers as a short label on one line: nothing invisible, nothing that turns the direction of its surroundings.</summary>
public static class ShortLabel
{
    /// <summary>From here on characters are as wide as two letters, or may be; below none is (Unicode Standard Annex 11).</summary>
    private const int FirstWide = 0x1100;

    /// <summary>Marks over one letter that writing uses; more of them are a stunt that covers the lines around.</summary>
    private const int MaxMarks = 2;

    /// <summary>Characters that are looked at for a label; far more than any label has room for.</summary>
    private const int MaxRead = 1_000;

    private const string End = "…";

    /// <summary>On one line, without invisible characters and marks of direction; not shortened.</summary>
    public static string Clean(string text)
    {
        var (clean, marks) = (new StringBuilder(text.Length), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsInvisible(rune))
                continue;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune) && clean is [.., not ' '])
                clean.Append(' ');
            else if (!Rune.IsWhiteSpace(rune) && marks <= MaxMarks)
                clean.Append(rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }

    /// <param name="cells">Room in widths of a letter of a fixed-width font; at least one.</param>
    public static string Of(string text, int cells)
    {
        var clean = Clean(text[..Math.Min(text.Length, MaxRead)]);
        var (used, fits, at) = (0, 0, 0);
        foreach (var rune in clean.EnumerateRunes())
        {
            used += IsMark(rune) ? 0 : rune.Value < FirstWide ? 1 : 2;
            at += rune.Utf16SequenceLength;
            fits = used < cells ? at : fits;
        }

        return used <= cells ? clean : clean[..fits].TrimEnd() + End;
    }

    /// <summary>A text of many lines as it was sent, but for marks that turn the direction of what follows (Unicode Standard Annex 9).</summary>
    public static string WithoutTurns(string text) =>
        string.Concat(text.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsInvisible(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse;
}
