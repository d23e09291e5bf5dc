using System.Globalization;
using System.Text;

namespace Terjaga.Takedown.Notices;

/// <summary>Puts what people typed, and addresses of strangers, into a letter so that they can neither act nor pass for a part of it.</summary>
internal static class SafeText
{
    private const string Indent = "    ";

    /// <summary>On one line: no break, no control character and no mark that turns the direction of writing.</summary>
    public static string Line(string text) => string.Create(text.Length, text, static (line, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            line[i] = IsActive(from[i]) ? ' ' : from[i];
    });

    /// <summary>Each line of it further in than our own words, and with links that no program follows.</summary>
    public static string Block(string text)
    {
        var block = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            block.Append(block.Length > 0 ? "\n" : "").Append(Indent).Append(Unlink(Line(line)));
        return block.ToString();
    }

    /// <summary>An address that is read and not followed: <c>hxxps://situs[.]example/a</c>.</summary>
    public static string Defang(string url)
    {
        var begin = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + "://".Length : 0;
        var end = url.AsSpan(begin).IndexOfAny('/', '?', '#') is >= 0 and var length ? begin + length : url.Length;
        return Unlink(Line(url[..begin])) + Line(url[begin..end]).Replace(".", "[.]", StringComparison.Ordinal) + Unlink(Line(url[end..]));
    }

    private static string Unlink(string text) => text
        .Replace("http", "hxxp", StringComparison.OrdinalIgnoreCase).Replace("www.", "www[.]", StringComparison.OrdinalIgnoreCase);

    /// <remarks>Format characters are those that turn or hide text; line and paragraph separators break lines in some readers.</remarks>
    private static bool IsActive(char c) => char.IsControl(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
