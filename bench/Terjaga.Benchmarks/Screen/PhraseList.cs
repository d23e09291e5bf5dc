using Terjaga.Screening;
using Terjaga.Screening.Rules;

namespace Terjaga.Benchmarks.Screen;

/// <summary>As many phrases as asked for: those of the shipped signals, then invented ones of two to four words of the corpus.</summary>
internal static class PhraseList
{
    private const int FewestWords = 2, MostWords = 4;

    /// <summary>The same list in every run.</summary>
    public static List<string> Of(Catalogue catalogue, int count)
    {
        var phrases = new HashSet<string>(catalogue.Signals.SelectMany(signal => signal.Phrases), StringComparer.OrdinalIgnoreCase);
        var words = Posts.CorpusTexts().SelectMany(Rulebook.WordsOf).Distinct().Order(StringComparer.Ordinal).ToArray();
        var random = new Random(1);
        while (phrases.Count < count)
            phrases.Add(string.Join(' ', random.GetItems(words, random.Next(FewestWords, MostWords + 1))));
        return [.. phrases.Take(count)];
    }

    /// <summary>The catalogue with the invented phrases dealt out to its signals.</summary>
    public static Catalogue Extend(Catalogue catalogue, int count)
    {
        var shipped = catalogue.Signals.SelectMany(signal => signal.Phrases).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var invented = Of(catalogue, count).Skip(shipped.Count).ToList();
        return catalogue with
        {
            Signals = [.. catalogue.Signals.Select((signal, number) => signal with
            {
                Phrases = [.. signal.Phrases, .. invented.Where((_, i) => i % catalogue.Signals.Count == number)],
            })],
        };
    }
}
