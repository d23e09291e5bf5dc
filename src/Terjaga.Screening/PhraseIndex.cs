namespace Terjaga.Screening;

/// <summary>Finds whole phrases, word by word: one look-up a word, whatever the number of phrases.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    /// <param name="phrases">Each with the number that a hit gives back.</param>
    public PhraseIndex(IEnumerable<(string Phrase, int Number)> phrases)
    {
        var entries = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var (phrase, number) in phrases)
        {
            var text = NormalisedText.Of(phrase).Text;
            var words = Tokens.Split(text).ConvertAll(token => text[token.Start..token.End]);
            if (!entries.TryGetValue(words[0], out var sameStart))
                entries.Add(words[0], sameStart = []);
            sameStart.Add(new Entry([.. words], number));
        }

        foreach (var sameStart in entries.Values)
            sameStart.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        _byFirstWord = entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A phrase that stands in the text, from one word to another.</summary>
    public readonly record struct Hit(int Number, int FirstToken, int LastToken);

    /// <summary>All hits in order; at one place, the longest of each number.</summary>
    public List<Hit> Find(string text, List<Tokens.Token> tokens)
    {
        var hits = new List<Hit>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!_byFirstWord.TryGetValue(text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start), out var entries))
                continue;
            foreach (var entry in entries)
            {
                if (Matches(entry.Words, text, tokens, at) && !hits.Exists(h => h.FirstToken == at && h.Number == entry.Number))
                    hits.Add(new Hit(entry.Number, at, at + entry.Words.Length - 1));
            }
        }

        return hits;
    }

    private static bool Matches(string[] words, string text, List<Tokens.Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 1; i < words.Length; i++)
        {
            var token = tokens[at + i];
            if (!text.AsSpan(token.Start, token.End - token.Start).SequenceEqual(words[i]))
                return false;
        }

        return true;
    }

    private sealed record Entry(string[] Words, int Number);
}
