using System.Globalization;
using System.Text;

namespace Terjaga.Campaigns.Exports;

/// <summary>What strangers wrote, brought into a form that every file can carry.</summary>
internal static class ForeignText
{
    /// <summary>The same text, with U+FFFD for each half of a surrogate pair that stands alone and so is no character.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>At most so many UTF-16 units on one line, without what cannot be seen or turns the direction of reading.</summary>
    public static string OneLine(string text, int length)
    {
        var line = new StringBuilder(Math.Min(text.Length, length));
        foreach (var character in WellFormed(text))
        {
            if (line.Length > length)
                break;
            if (!IsUnseen(character))
                line.Append(character);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return PlainText.Shorten(line.ToString(), length).TrimEnd();
    }

    /// <summary>A space, an end of line, a control character, or a mark without width or for the direction of reading.</summary>
    public static bool IsUnseen(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
