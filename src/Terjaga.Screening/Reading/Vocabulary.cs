using System.Collections.Frozen;

namespace Terjaga.Screening.Reading;

/// <summary>The words that the rules know, each with a number; other spellings of a word have its number.</summary>
internal sealed class Vocabulary
{
    /// <summary>The number of a word that is not known.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly List<string> _words = [];

    /// <param name="words">In reading form.</param>
    /// <param name="spellings">Other spellings with the word that they stand for.</param>
    public Vocabulary(IEnumerable<string> words, IEnumerable<KeyValuePair<string, string>> spellings)
    {
        var written = new Dictionary<string, string>(spellings, StringComparer.Ordinal);
        foreach (var word in words)
            Add(written.GetValueOrDefault(word, word));
        foreach (var (spelling, word) in written)
            _numbers.TryAdd(spelling, Add(word));
        _lookup = _numbers.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _words.Count;

    public string this[int number] => _words[number];

    public int Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var number) ? number : Unknown;

    private int Add(string word)
    {
        if (_numbers.TryAdd(word, _words.Count))
            _words.Add(word);
        return _numbers[word];
    }
}
