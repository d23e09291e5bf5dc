using System.Buffers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Reads a name that stands without an at sign behind the name of its platform.</summary>
internal static class StatedNames
{
    private static readonly SearchValues<char> _marks = SearchValues.Create("_0123456789");

    /// <summary>Fewest letters of such a name.</summary>
    private const int MinLength = 4;

    /// <summary>Where a name begins in the reading form.</summary>
    public readonly record struct Place(int Start, int Length);

    public static Place? After(Post post, Cue cue)
    {
        var token = cue.LastToken;
        while (token + 1 < post.Tokens.Count && token - cue.LastToken < 2 && IsFiller(post.Word(token + 1)))
            token++;
        if (token + 1 >= post.Tokens.Count)
            return null;
        var gap = post.GapAfter(token);
        var start = post.Tokens[token + 1].Start;
        var length = HandleFinder.NameLength(post.Text, start);
        if (length < MinLength || gap.IndexOfAnyExcept(" :=") >= 0 || gap.Contains('\n'))
            return null;
        var name = post.Text.AsSpan(start, length);
        var isMarked = name.IndexOfAny(_marks) >= 0 || name[..^1].Contains('.');
        var isClear = gap.IndexOfAny(':', '=') >= 0;
        return (isMarked && name.IndexOfAnyInRange('a', 'z') >= 0 && (isClear || name.Contains('_'))) || (isClear && IsAlone(post, start + length) && post.Word(cue.FirstToken) is not ("fb" or "facebook" or "line" or "x"))
            ? new Place(start, length)
            : null;
    }

    /// <summary>Whether the line or sentence ends behind a name.</summary>
    private static bool IsAlone(Post post, int end) =>
        end == post.Text.Length || post.Text[end] is '\n' or '.' or ',' or ')' or ';' or '|' or '/';

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        word is "id" or "akun" or "username" or "user" or "kami" or "saya" or "admin" or "channel" or "resmi";
}
