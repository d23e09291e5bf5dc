using System.Globalization;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Identifiers;

/// <summary>All names and words of a gazetteer, each with its number among the phrases that are found in one pass.</summary>
internal sealed class WordIndex
{
    private readonly List<Entry> _entries = [];

    private readonly int _first;

    private readonly HashSet<string> _places;

    private readonly Dictionary<char, (string Word, char Digit)[]> _digits;

    /// <param name="first">Number of the first entry among all phrases.</param>
    public WordIndex(Gazetteer gazetteer, int first)
    {
        _first = first;
        _places = [.. gazetteer.Places.Countries.Select(country => country.Code)];
        var phrases = new List<(string, int)>();
        foreach (var country in gazetteer.Places.Countries)
            Add(phrases, WordKind.Place, country.Code, country.Names, null);
        Add(phrases, WordKind.NotPlace, "", gazetteer.Places.NotPlaces, null);
        foreach (var row in gazetteer.Words.Words.Where(row => !IsSpelling(row.Kind)))
            Add(phrases, row.Kind, row.Value, row.Words, row.Digits);
        Phrases = phrases;
        _digits = gazetteer.Words.Words.Where(row => row.Kind == WordKind.Digit)
            .SelectMany(row => row.Words.Select(word => (word, row.Value[0]))).OrderByDescending(pair => pair.word.Length)
            .ToLookup(pair => pair.word[0]).ToDictionary(letter => letter.Key, letter => letter.ToArray());
    }

    /// <summary>Whether a code is one of the countries outside Indonesia.</summary>
    public bool IsPlace(string code) => _places.Contains(code);

    /// <summary>For the index of all phrases.</summary>
    public IReadOnlyList<(string Phrase, int Number)> Phrases { get; }

    /// <summary>Digits as words that begin with a letter, the longest first.</summary>
    public ReadOnlySpan<(string Word, char Digit)> DigitsFrom(char letter) => _digits.TryGetValue(letter, out var found) ? found : default;

    /// <summary>Whether words of a kind are found by their spelling and not in the index.</summary>
    public static bool IsSpelling(WordKind kind) =>
        kind is WordKind.CurrencySign or WordKind.CurrencyFamilySign or WordKind.PlatformHost or WordKind.Stop;

    public static bool IsNumeric(WordKind kind) =>
        kind is WordKind.Magnitude or WordKind.Digit or WordKind.Repeat or WordKind.Number or WordKind.Month or WordKind.MonthInCapital
            or WordKind.Deadline or WordKind.RelativeDay or WordKind.Weekday or WordKind.DaysLeft or WordKind.DayUnit;

    public static bool TryNumber(string value, out decimal number) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>In order of the first token; at one token, the longest first.</summary>
    public List<Cue> Cues(List<PhraseIndex.Hit> hits)
    {
        var cues = new List<Cue>();
        foreach (var hit in hits)
        {
            if (hit.Number >= _first)
                cues.Add(new Cue(_entries[hit.Number - _first].Kind, hit.Number - _first, hit.First, hit.Last));
        }

        return cues;
    }

    /// <summary>What the word means: a code, a name.</summary>
    public string ValueOf(Cue cue) => _entries[cue.Number].Value;

    /// <summary>The value as a number; 0 for a kind without one.</summary>
    public decimal NumberOf(Cue cue) => _entries[cue.Number].Amount;

    /// <summary>How many digits the accounts of a bank have; null where that is not known.</summary>
    public IReadOnlyList<int>? DigitsOf(Cue cue) => _entries[cue.Number].Digits;

    private void Add(
        List<(string, int)> phrases, WordKind kind, string value, IEnumerable<string> words, IReadOnlyList<int>? digits)
    {
        _ = TryNumber(value, out var number);
        phrases.AddRange(words.Select(word => (word, _first + _entries.Count)));
        _entries.Add(new Entry(kind, value, number, digits));
    }

    private sealed record Entry(WordKind Kind, string Value, decimal Amount, IReadOnlyList<int>? Digits);
}
