using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Rules;

/// <summary>A catalogue made ready to read texts: one index of all phrases, and all rules by the numbers of their facts.</summary>
internal sealed class Rulebook
{
    /// <summary>Places of one fact that are kept of one text; who repeats it more often tells nothing more.</summary>
    private const int MaxHits = 40;

    private readonly PhraseIndex _phrases;

    private readonly WordReader _reader;

    public Rulebook(Catalogue catalogue, Gazetteer gazetteer)
    {
        Catalogue = catalogue;
        var groups = catalogue.Words.Keys.Order(StringComparer.Ordinal).ToList();
        if (WordLists.All.FirstOrDefault(list => !groups.Contains(list)) is { } missing)
            throw new CatalogueException($"The list of words '{missing}' is missing.");
        Names = new FactNames(catalogue.Signals.Select(signal => signal.Id), groups, catalogue.Combinations.Select(rule => rule.Id));
        Negation = Names.Number(FactNames.OfGroup(WordLists.Negation));
        Warning = Names.Number(FactNames.OfGroup(WordLists.Warning));
        Work = Names.Number(FactNames.OfGroup(WordLists.Work));
        Evasion = catalogue.Signals.Select((signal, number) => (signal, number)).FirstOrDefault(row => row.signal.Category == Signal.EvasionCategory) is { signal: not null } row ? row.number : null;
        Play = Names.Number(FactNames.OfGroup(WordLists.Play));
        Idiom = Names.Number(FactNames.OfGroup(WordLists.Idiom));

        Identifiers = new WordIndex(gazetteer, Names.Count);

        // The number of a phrase is that of its fact, and signals come first.
        var phrases = catalogue.Signals.SelectMany((signal, number) => signal.Phrases.Select(phrase => (Phrase: phrase, Number: number)))
            .Concat(groups.SelectMany(group => catalogue.Words[group].Select(
                phrase => (Phrase: phrase, Number: Names.Number(FactNames.OfGroup(group))))))
            .Concat(Identifiers.Phrases).ToList();
        Vocabulary = new Vocabulary(phrases.SelectMany(row => WordsOf(row.Phrase)).Concat(Reading.Languages.AllWords), catalogue.Spellings);
        Languages = new Languages(Vocabulary);
        _phrases = new PhraseIndex(phrases, Vocabulary);
        _reader = new WordReader(Vocabulary);

        Needs = [.. catalogue.Signals.Select(signal => signal.Needs.Select(Names.Number).ToArray())];
        Combinations = [.. catalogue.Combinations.Select(rule => new Condition(rule.All, rule.None, 0, Names))];
        Dangers = [.. catalogue.Dangers.Select(rule => new Condition(rule.All, rule.None, rule.Within, Names))];
    }

    public Catalogue Catalogue { get; }

    public FactNames Names { get; }

    /// <summary>The words of identifiers; their phrases are numbered after all facts.</summary>
    public WordIndex Identifiers { get; }

    public Vocabulary Vocabulary { get; }

    public Languages Languages { get; }

    public int Negation { get; }

    public int Warning { get; }

    public int Work { get; }

    public int Idiom { get; }

    public int Play { get; }

    /// <summary>The signal that says that words are disguised; null in a catalogue without one.</summary>
    public int? Evasion { get; }

    /// <summary>By signal: the facts of which one must hold.</summary>
    public int[][] Needs { get; }

    public Condition[] Combinations { get; }

    public Condition[] Dangers { get; }

    public bool IsSignal(int fact) => fact < Catalogue.Signals.Count;

    public bool IsDanger(int signal) => Catalogue.Signals[signal].Category == Signal.DangerCategory;

    public List<Word> Read(string original, NormalisedText text) => _reader.Read(original, text);

    /// <summary>All phrases in order, those of identifiers too.</summary>
    public List<PhraseIndex.Hit> FindAll(List<Word> words)
    {
        var hits = new List<PhraseIndex.Hit>();
        _phrases.Find(words, hits);
        return hits;
    }

    /// <summary>Of all phrases those of facts, of each the first <see cref="MaxHits"/>; negations all.</summary>
    public List<PhraseIndex.Hit> OfFacts(List<PhraseIndex.Hit> all)
    {
        var hits = all.FindAll(hit => hit.Number < Names.Count);
        if (hits.Count > MaxHits)
        {
            var counts = new int[Names.Count];
            hits.RemoveAll(hit => ++counts[hit.Number] > MaxHits && hit.Number != Negation);
        }

        return hits;
    }

    /// <summary>The words of a phrase in reading form, as it is written.</summary>
    public static IEnumerable<string> WordsOf(string phrase)
    {
        var text = NormalisedText.Of(phrase).Text;
        return Tokens.Split(text).Select(token => text[token.Start..token.End]);
    }
}
