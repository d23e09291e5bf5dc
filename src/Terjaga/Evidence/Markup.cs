using System.Text;

namespace Terjaga.Evidence;

/// <summary>Looks at the bytes of a page before a parser does: the tree of a hostile one takes time and memory that grow with the square of its tags.</summary>
internal static class Markup
{
    /// <summary>Most tags of a plain page; nested in each other they take a parser about a second.</summary>
    private const int MaxTags = 20_000;

    /// <summary>Most tags times tags of formatting: each tag may make all open formatting anew (HTML, section 13.2.4.3), some 150 bytes each.</summary>
    private const long MaxMadeAnew = 2_000_000;

    /// <summary>The tags of formatting, by the same section.</summary>
    private static readonly string[] _formatting =
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

    /// <summary>
    /// True where it can be parsed at leisure. It only counts, so that nothing in the page can hide a tag from it: at worst an
    /// honest page is taken for one that is not plain.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> body)
    {
        if (body.Contains((byte)0)) // In UTF-16 a tag looks otherwise.
            return false;
        var (tags, formatting) = (0, 0);
        for (int at; (at = body.IndexOf((byte)'<')) >= 0; tags++)
        {
            body = body[(at + 1)..];
            if (IsFormatting(body))
                formatting++;
        }

        return tags <= MaxTags && (long)tags * formatting <= MaxMadeAnew;
    }

    /// <summary>The words between what looks like tags, without a tree; for a page that no parser came to the end of.</summary>
    public static string WordsOf(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var words = new StringBuilder(PageText.MaxLength);
        for (var at = 0; at < text.Length && words.Length < PageText.MaxLength;)
        {
            var tag = text.IndexOf('<', at);
            words.Append(text, at, Math.Min((tag < 0 ? text.Length : tag) - at, PageText.MaxLength)).Append(' ');
            at = tag < 0 ? text.Length : text.IndexOf('>', tag) + 1;
            if (at == 0)
                break;
        }

        return words.ToString();
    }

    private static bool IsFormatting(ReadOnlySpan<byte> name)
    {
        var length = 0;
        while (length < name.Length && length < 7 && char.IsAsciiLetter((char)name[length]))
            length++;
        foreach (var tag in _formatting)
        {
            if (tag.Length == length && Ascii.EqualsIgnoreCase(name[..length], tag))
                return true;
        }

        return false;
    }
}
