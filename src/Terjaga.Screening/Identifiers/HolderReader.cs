namespace Terjaga.Screening.Identifiers;

/// <summary>Reads who is said to hold an account.</summary>
internal static class HolderReader
{
    /// <summary>How far behind the number the words <c>a.n.</c> may stand, in words.</summary>
    private const int Reach = 4;

    /// <summary>Longest name, in words.</summary>
    private const int MaxWords = 4;

    /// <summary>The name as written; null where none stands behind the number or between it and its bank.</summary>
    /// <param name="before">The last word before the number that belongs to the account.</param>
    /// <param name="after">The last word of the account.</param>
    public static string? Read(Post post, int before, int after)
    {
        for (var i = post.CueFrom(before + 1); i < post.Cues.Count && post.Cues[i].FirstToken <= after + Reach; i++)
        {
            if (post.Cues[i].Kind == WordKind.Holder && Name(post, post.Cues[i].LastToken + 1) is { } name)
                return name;
        }

        return null;
    }

    private static string? Name(Post post, int first)
    {
        if (first >= post.Tokens.Count)
            return null;
        var isProper = IsCapital(post, first);
        var last = first - 1;
        for (var token = first; token < post.Tokens.Count && token < first + MaxWords; token++)
        {
            if (!char.IsLetter(post.Word(token)[0]) || (isProper && !IsCapital(post, token)))
                break;
            last = token;
            if (post.GapAfter(token).IndexOfAnyExcept(' ', '.') >= 0 || (post.GapAfter(token).Contains('.') && post.Word(token).Length > 2))
                break;
        }

        return last < first ? null
            : post.Original[post.Origin(post.Tokens[first].Start)..post.Origin(post.Tokens[last].End)].Trim();
    }

    private static bool IsCapital(Post post, int token) => char.IsUpper(post.Original[post.Origin(post.Tokens[token].Start)]);
}
