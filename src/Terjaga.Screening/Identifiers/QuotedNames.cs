using System.Buffers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Reads a name in quotes, as in <c>Lembaga Konsultan Mandiri "Rantau Andaian"</c>.</summary>
internal static class QuotedNames
{
    /// <summary>Most words between the word that tells what is named and the name.</summary>
    private const int MaxBetween = 2;

    /// <summary>Most words of a name.</summary>
    private const int MaxWords = 6;

    private static readonly SearchValues<char> _quotes = SearchValues.Create("\"“”„«»");

    /// <summary>First and last word of the name; null where none is quoted.</summary>
    public static (int First, int Last)? Behind(Post post, int form)
    {
        var token = form;
        while (token - form < MaxBetween && token + 1 < post.Tokens.Count && post.GapAfter(token) is " " && IsCapital(post, token + 1))
            token++;
        if (token + 1 >= post.Tokens.Count || !HasQuote(post, token) || post.GapAfter(token).Contains('\n') || !IsCapital(post, token + 1))
            return null;
        for (var last = token + 1; last < post.Tokens.Count && last - token <= MaxWords && !post.GapAfter(last).Contains('\n'); last++)
        {
            if (HasQuote(post, last))
                return (token + 1, last);
        }

        return null;
    }

    private static bool HasQuote(Post post, int token) => post.GapAfter(token).ContainsAny(_quotes);

    private static bool IsCapital(Post post, int token) => char.IsUpper(post.Original[post.Origin(post.Tokens[token].Start)]);
}
