using System.Buffers;

namespace Terjaga.Screening.Similarity;

/// <summary>Takes a reading form apart, and leaves out links, addresses of mail, handles and hashtags.</summary>
internal static class Pieces
{
    /// <summary>From here on scripts write no spaces (CJK radicals and all that follows); each letter is a piece.</summary>
    private const char FirstWithoutSpaces = '\u2E80';

    /// <summary>Endings by which a chunk with dots in it is a host and not words that lack a space.</summary>
    private static readonly string[] _endings =
    [
        "com", "id", "net", "org", "me", "ly", "info", "xyz", "site", "online", "co", "link", "top", "shop", "store", "biz", "gov", "app",
        "vip", "club", "live", "cc", "example",
    ];

    private static readonly SearchValues<char> _ofLinks = SearchValues.Create(".@#:");

    private static readonly SearchValues<char> _quiet = SearchValues.Create(" .'\"-*_\u201C\u201D\u2018\u2019");

    public static List<Piece> Of(string reading)
    {
        var pieces = new List<Piece>((reading.Length / 6) + 1);
        var isAfterBreak = true;
        for (var at = 0; at < reading.Length;)
        {
            if (reading[at] is ' ' or '\n')
            {
                isAfterBreak |= reading[at++] == '\n';
                continue;
            }

            var length = reading.AsSpan(at).IndexOfAny(' ', '\n');
            var end = length < 0 ? reading.Length : at + length;
            if (IsLink(reading.AsSpan(at, end - at)))
                isAfterBreak = true;
            else
                Split(reading, at, end, pieces, ref isAfterBreak);
            at = end;
        }

        return pieces;
    }

    private static void Split(string reading, int from, int to, List<Piece> pieces, ref bool isAfterBreak)
    {
        var start = -1;
        for (var at = from; at < to; at++)
        {
            var c = reading[at];
            if (char.IsAsciiLetterOrDigit(c) || (c >= '\x80' && char.IsLetterOrDigit(c)))
            {
                if (c >= FirstWithoutSpaces)
                    Close(at, ref isAfterBreak);
                start = start < 0 ? at : start;
                if (c >= FirstWithoutSpaces)
                    Close(at + 1, ref isAfterBreak);
                continue;
            }

            Close(at, ref isAfterBreak);
            isAfterBreak |= !_quiet.Contains(c);
        }

        Close(to, ref isAfterBreak);

        void Close(int end, ref bool isAfterBreak)
        {
            if (start < 0)
                return;
            pieces.Add(new Piece(start, end, isAfterBreak));
            (start, isAfterBreak) = (-1, false);
        }
    }

    private static bool IsLink(ReadOnlySpan<char> chunk)
    {
        if (!chunk.ContainsAny(_ofLinks))
            return false;
        if (chunk[0] is '@' or '#' || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.Ordinal))
            return true;
        var dot = chunk.IndexOf('.');
        if (dot <= 0 || dot + 1 >= chunk.Length || !char.IsAsciiLetterOrDigit(chunk[dot + 1]))
            return false;
        var slash = chunk.IndexOf('/');
        var host = slash > dot ? chunk[..slash] : chunk.TrimEnd("/.,;:!?)*\"'");
        var ending = host[(host.LastIndexOf('.') + 1)..];
        foreach (var known in _endings)
        {
            if (ending.SequenceEqual(known))
                return true;
        }

        return false;
    }
}
