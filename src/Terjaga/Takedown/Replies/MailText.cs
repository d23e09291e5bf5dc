using System.Text;
using MimeKit;
using MimeKit.Text;

namespace Terjaga.Takedown.Replies;

/// <summary>Turns what a mail holds into text that can be searched and shown.</summary>
internal static class MailText
{
    /// <summary>Elements after which a reader sees a new line.</summary>
    private static readonly HtmlTagId[] _lines =
        [HtmlTagId.Br, HtmlTagId.P, HtmlTagId.Div, HtmlTagId.TR, HtmlTagId.LI, HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3, HtmlTagId.Table, HtmlTagId.BlockQuote];

    /// <summary>Lower case, straight apostrophes, every run of white space one space: the form that phrases have.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, MailLimits.MaxTextLength));
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, MailLimits.MaxTextLength)))
        {
            if (!char.IsWhiteSpace(letter))
                plain.Append(letter is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString();
    }

    /// <summary>The beginning of a part's text; the words of a page without its scripts and styles.</summary>
    public static string Of(TextPart part)
    {
        if (part.Content is not { } content)
            return "";
        using var stream = content.Open();
        var bytes = new byte[MailLimits.MaxTextLength * 2];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var text = (part.ContentType.CharsetEncoding ?? Encoding.UTF8).GetString(bytes, 0, length);
        return part.IsHtml ? WordsOf(text) : Shorten(text);
    }

    public static string Shorten(string text) => PlainText.Shorten(text, MailLimits.MaxTextLength);

    /// <summary>What can be stored and shown: no control letters besides the end of a line and the tab, no half letters.</summary>
    public static string Showable(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format))
                shown.Append(rune);
        }

        return PlainText.Shorten(shown.ToString().Trim(), MailLimits.MaxShownLength);
    }

    private static string WordsOf(string page)
    {
        using var reader = new StringReader(page);
        var (tokens, words, hidden) = (new HtmlTokenizer(reader) { DecodeCharacterReferences = true }, new StringBuilder(), HtmlTagId.Unknown);
        while (words.Length < MailLimits.MaxTextLength && tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                if (tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title)
                    hidden = tag.IsEndTag || tag.IsEmptyElement ? HtmlTagId.Unknown : tag.Id;
                if (_lines.Contains(tag.Id))
                    words.Append('\n');
            }
            else if (token is HtmlDataToken and not HtmlScriptDataToken && hidden == HtmlTagId.Unknown)
            {
                words.Append(((HtmlDataToken)token).Data);
            }
        }

        return Shorten(words.ToString());
    }
}
