namespace Terjaga.Tests.Screening.Similarity;

/// <summary>Made offers of 1,000 characters from words of the corpus, and copies of them with small edits; the same for a seed.</summary>
internal static class Offers
{
    private const int Length = 1_000;

    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly string[] _words = [.. ShippedScreener.Texts.SelectMany(text => text.Split(' ', '\n'))
        .Where(word => word.Length > 1).Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static string Make(int seed)
    {
        var (chance, words) = (new Random(seed), new List<string>());
        for (var length = 0; length < Length; length += words[^1].Length + 1)
            words.Add(_words[(int)(_words.Length * chance.NextDouble() * chance.NextDouble())]);
        return string.Join(' ', words);
    }

    /// <param name="edits">Places at which three characters are replaced.</param>
    public static string Edit(string text, int edits, int seed)
    {
        var (chance, edited) = (new Random(seed), text.ToCharArray());
        for (var edit = 0; edit < edits; edit++)
        {
            var at = chance.Next(edited.Length - 3);
            for (var i = at; i < at + 3; i++)
                edited[i] = edited[i] == ' ' ? ' ' : Letters[chance.Next(Letters.Length)];
        }

        return new string(edited);
    }
}
