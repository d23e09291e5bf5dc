using Terjaga.Screening;
using Terjaga.Screening.Reading;

namespace Terjaga.Benchmarks.Screen;

/// <summary>
/// Our search alone, for one list of phrases: whole words, case and look-alikes folded, drawn-apart words joined, the
/// spellings of the catalogue known, all hits with the numbers of their phrases.
/// </summary>
internal sealed class PhraseSearch
{
    private readonly WordReader _reader;

    private readonly PhraseIndex _index;

    private readonly List<PhraseIndex.Hit> _hits = [];

    public PhraseSearch(Catalogue catalogue, IReadOnlyList<string> phrases)
    {
        var vocabulary = new Vocabulary(phrases.SelectMany(Screening.Rules.Rulebook.WordsOf), catalogue.Spellings);
        _reader = new WordReader(vocabulary);
        _index = new PhraseIndex(phrases.Select((phrase, number) => (phrase, number)), vocabulary);
    }

    /// <summary>The words of a raw text: reading form, word borders, disguises, numbers of words.</summary>
    public List<Word> Read(string text) => _reader.Read(text, NormalisedText.Of(text));

    /// <summary>How many phrases stand in a text of which the words are read.</summary>
    public int Find(List<Word> words)
    {
        _hits.Clear();
        _index.Find(words, _hits);
        return _hits.Count;
    }
}
