namespace Terjaga.Screening.Identifiers;

/// <summary>Finds countries outside Indonesia by names, cities, nicknames and flags.</summary>
internal sealed class CountryFinder(WordIndex words, Spellings spellings)
{
    /// <summary>A country with the words that name it.</summary>
    public readonly record struct Found(string Code, int FirstToken, int LastToken);

    /// <summary>Every mention by name, in order, then every flag.</summary>
    public List<Found> Find(Post post)
    {
        var found = Names(post);
        for (var token = 0; token < post.Tokens.Count; token++)
        {
            if (Flag(post.Word(token)) is { } code && words.IsPlace(code))
                found.Add(new Found(code, token, token));
        }

        found.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        return found;
    }

    /// <summary>The country of a flag, which is two letters of their own alphabet; null for any other word.</summary>
    private static string? Flag(ReadOnlySpan<char> word) =>
        word is ['\uD83C', >= '\uDDE6' and <= '\uDDFF', '\uD83C', >= '\uDDE6' and <= '\uDDFF']
            ? new string([(char)('A' + word[1] - 0xDDE6), (char)('A' + word[3] - 0xDDE6)])
            : null;

    private List<Found> Names(Post post)
    {
        var found = new List<Found>();
        var (end, hidden) = (-1, -1);
        foreach (var cue in post.Cues)
        {
            if (cue.Kind == WordKind.NotPlace)
                hidden = Math.Max(hidden, cue.LastToken);
            if (cue.Kind != WordKind.Place || cue.LastToken <= hidden || cue.FirstToken <= end || IsHidden(post, cue) || !IsPlace(post, cue))
                continue;
            found.Add(new Found(words.ValueOf(cue), cue.FirstToken, cue.LastToken));
            end = cue.LastToken;
        }

        return found;
    }

    /// <summary>Whether a longer phrase that begins at the same word hides the name.</summary>
    private static bool IsHidden(Post post, Cue cue) => post.At(cue.FirstToken, WordKind.NotPlace) is not null;

    private bool IsPlace(Post post, Cue cue)
    {
        var name = post.Text.AsSpan(post.Tokens[cue.FirstToken].Start, post.Tokens[cue.LastToken].End - post.Tokens[cue.FirstToken].Start);
        if (post.Taken.Covers(post.Tokens[cue.FirstToken].Start))
            return false;
        var before = cue.FirstToken > 0 ? post.Word(cue.FirstToken - 1) : default;
        if (!before.IsEmpty && spellings.LeadsToName(before))
            return false;
        if (spellings.NeedsCapitals(name) && IsCapital(post, cue))
            return true;
        return (!spellings.IsCautious(name) && !spellings.NeedsCapitals(name)) || (!before.IsEmpty && spellings.LeadsToPlace(before));
    }

    private static bool IsCapital(Post post, Cue cue)
    {
        for (var at = post.Tokens[cue.FirstToken].Start; at < post.Tokens[cue.LastToken].End; at++)
        {
            if (char.IsLower(post.Original[post.Origin(at)]))
                return false;
        }

        return true;
    }
}
