using System.Buffers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Finds where a link ends.</summary>
internal static class LinkPaths
{
    /// <summary>Longest part behind a host that is kept, in UTF-16 units.</summary>
    private const int MaxLength = 2000;

    /// <summary>Most digits of a port.</summary>
    private const int MaxPort = 5;

    private static readonly SearchValues<char> _stops = SearchValues.Create(" \t\r\n<>\"'`\u00a0\u3000\u201c\u201d\u2018\u2019|");

    /// <summary>Behind port, path and question; the end of the host where it has none.</summary>
    public static int End(string text, int from)
    {
        var at = from;
        if (at < text.Length && text[at] == ':')
        {
            var digits = text.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') is var n and >= 0 ? n : text.Length - at - 1;
            at = digits is > 0 and <= MaxPort ? at + 1 + digits : at;
        }

        if (at == text.Length || text[at] is not ('/' or '?' or '#') || (text[at] == '?' && at + 1 < text.Length && !char.IsAsciiLetter(text[at + 1])))
            return at;
        var rest = text.AsSpan(at, Math.Min(MaxLength, text.Length - at));
        var length = rest.IndexOfAny(_stops) is var stop and >= 0 ? stop : rest.Length;
        return at + Trim(rest[..length]);
    }

    /// <summary>Undoes hidden dots.</summary>
    public static string Clean(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty)
            return "";
        var text = path.ToString();
        return text.Contains('[', StringComparison.Ordinal) || text.Contains('(', StringComparison.Ordinal)
            ? text.Replace("[.]", ".", StringComparison.Ordinal).Replace("(.)", ".", StringComparison.Ordinal)
            : text;
    }

    /// <summary>Length without the punctuation of the sentence around.</summary>
    private static int Trim(ReadOnlySpan<char> path)
    {
        var length = path.Length;
        while (length > 0 && (path[length - 1] is '.' or ',' or '!' or '?' or ';' or ':' or '*' or '_' or '~' or '\u2026'
            || (path[length - 1] == ')' && !path[..length].Contains('(')) || (path[length - 1] == ']' && !path[..length].Contains('['))
            || char.IsSurrogate(path[length - 1])))
        {
            length--;
        }

        return length;
    }
}
