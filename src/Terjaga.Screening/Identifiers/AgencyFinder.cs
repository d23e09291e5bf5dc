namespace Terjaga.Screening.Identifiers;

/// <summary>Finds names of companies and agencies by their legal form, and those in quotes behind such a word.</summary>
internal sealed class AgencyFinder(Spellings spellings)
{
    /// <summary>Agencies that are kept of one text.</summary>
    private const int MaxAgencies = 50;

    /// <summary>Most words of a name.</summary>
    private const int MaxWords = 6;

    /// <summary>An agency with its place in the original text.</summary>
    public readonly record struct Found(string Name, int Start, int End);

    public List<Found> Find(Post post)
    {
        var found = new List<Found>();
        var end = -1;
        foreach (var cue in post.Cues)
        {
            if (found.Count >= MaxAgencies || cue.FirstToken <= end)
                continue;
            var (first, last) = cue.Kind switch
            {
                WordKind.AgencyQuote or WordKind.AgencyBefore when QuotedNames.Behind(post, cue.LastToken) is { } quoted => quoted,
                WordKind.AgencyBefore when post.At(cue.LastToken + 1, WordKind.AgencyBefore) is null => (cue.FirstToken, LastOfName(post, cue.LastToken)),
                WordKind.AgencyAfter when IsNameWord(post, cue.FirstToken) => (FirstOfName(post, cue.FirstToken), cue.LastToken),
                _ => (0, -1),
            };
            if (last < first || (last == first && first <= cue.LastToken) || (cue.Kind == WordKind.AgencyBefore && last == cue.LastToken)
                || (cue.Kind == WordKind.AgencyAfter && last + 1 < post.Tokens.Count && IsNameWord(post, last + 1) && post.GapAfter(last) is " "))
            {
                continue;
            }

            var (start, stop) = (post.Origin(post.Tokens[first].Start), post.Origin(post.Tokens[last].End - 1) + 1);
            if (post.Word(last) is "co" && stop < post.Original.Length && post.Original[stop] == '.')
                stop++;
            found.Add(new Found(post.Original[start..stop], start, stop));
            end = last;
        }

        return found;
    }

    private int LastOfName(Post post, int form)
    {
        var last = form;
        for (var token = form + 1; token < post.Tokens.Count && token - form <= MaxWords; token++)
        {
            var gap = post.GapAfter(token - 1);
            if (gap.ContainsAny('\n', ',', '(') || gap.ContainsAny('–', '—', ':') || gap.ContainsAny('"', '|', '/') || (gap.Contains('.') && token > form + 1) || spellings.IsStop(post.Word(token)) || !IsNameWord(post, token))
                break;
            last = token;
        }

        return last;
    }

    private int FirstOfName(Post post, int form)
    {
        var first = form;
        for (var token = form - 1; token >= 0 && form - token <= MaxWords; token--)
        {
            if (post.GapAfter(token).ContainsAny('\n', ',', ':') || post.GapAfter(token).ContainsAny('–', '—', '|') || spellings.IsStop(post.Word(token)) || !IsNameWord(post, token))
                break;
            first = token;
        }

        return first;
    }

    /// <summary>A name goes on in words that begin with a capital.</summary>
    private static bool IsNameWord(Post post, int token) => char.IsUpper(post.Original[post.Origin(post.Tokens[token].Start)]);
}
