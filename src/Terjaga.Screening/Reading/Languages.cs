using System.Collections.Frozen;

namespace Terjaga.Screening.Reading;

/// <summary>Guesses the language of a text by its smallest words.</summary>
internal static class Languages
{
    private static readonly FrozenDictionary<string, string> _languages = new (string Language, string Words)[]
    {
        ("id", "yang dan di ke dari untuk dengan ini itu tidak ada bisa kami kamu saya akan sudah pada atau juga"),
        ("en", "the and of to in for is you with are this that we your not have will be on"),
        ("jv", "sing lan ora kanggo iki kuwi aku kowe wis arep neng karo ana mung"),
        ("su", "nu jeung teu pikeun ieu eta abdi anjeun geus bade ka tina aya henteu"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Language)))
        .DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Language, StringComparer.Ordinal);

    /// <summary><c>id</c>, <c>en</c>, <c>jv</c>, <c>su</c>, or <c>other</c> where no small word is known.</summary>
    public static string Guess(string text, List<Word> words)
    {
        var look = _languages.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (look.TryGetValue(text.AsSpan(word.Start, word.End - word.Start), out var language))
                counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        return counts.Count == 0 ? "other" : counts.MaxBy(pair => pair.Value).Key;
    }
}
