using System.Runtime.InteropServices;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Names;

/// <summary>
/// A list of names of companies, ready to be asked which of them a written name means. Knows legal forms, order of words,
/// old spellings, abbreviations, slips and disguises; two names that differ by a real word stay two.
/// Any number of threads may use it.
/// </summary>
public sealed class NameIndex
{
    /// <summary>Names that are compared word by word.</summary>
    private const int MaxCompared = 48;

    /// <summary>A word of more names than these brings in none of them while a rarer word does.</summary>
    private const int MaxShared = 2_000;

    /// <summary>Longest word, in letters, that may be two or three written as one.</summary>
    private const int MaxJoined = 40;

    /// <summary>Most words that are written as one.</summary>
    private const int MaxParts = 3;

    /// <summary>Most words of a name that is looked for in running text.</summary>
    private const int MaxWindow = 6;

    private readonly NameReader _reader;

    private readonly NameAlignment _alignment;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private readonly List<string> _words = [];

    private readonly List<List<int>> _namesOfWord = [];

    private readonly int[][] _wordsOfName;

    private readonly Dictionary<string, List<int>> _whole = new(StringComparer.Ordinal);

    private readonly Task<NearWords> _near;

    /// <param name="names">As the list has them.</param>
    public NameIndex(IReadOnlyList<string> names, NameWords words)
    {
        _reader = new NameReader(words);
        _wordsOfName = new int[names.Count][];
        _whole.EnsureCapacity(names.Count);
        // Reading is most of the work, and of each name by itself.
        var reads = names.AsParallel().AsOrdered().Select(_reader.Read).Select(words => (Words: words, Key: Key(words))).ToList();
        for (var name = 0; name < names.Count; name++)
        {
            var (read, key) = reads[name];
            _wordsOfName[name] = [.. read.Select(Number)];
            foreach (var word in _wordsOfName[name])
            {
                if (_namesOfWord[word] is not [.., var last] || last != name)
                    _namesOfWord[word].Add(name);
            }

            (CollectionsMarshal.GetValueRefOrAddDefault(_whole, key, out _) ??= new(1)).Add(name);
        }

        // Whoever writes a listed name as it is listed need not wait for the slips.
        _near = Task.Run(() => new NearWords(_words));
        _alignment = new NameAlignment(_words, [.. _namesOfWord.Select(list => Math.Log2(1 + ((double)names.Count / list.Count)))], IsKnown);
    }

    /// <summary>The listed names that a written one means, best first; empty where it means none of them.</summary>
    public IReadOnlyList<NameMatch> Find(string written)
    {
        var words = _reader.Read(written);
        // What is listed as it is written needs no mending.
        if (Whole(words) is { Count: > 0 } listed)
            return listed;
        words = Mend(words);
        return FindMended(words) is { Count: > 0 } found ? found : FindMended(Join(words));
    }

    private IReadOnlyList<NameMatch> FindMended(List<string> words)
    {
        if (words.Count == 0)
            return [];
        if (Whole(words) is { Count: > 0 } same)
            return same;
        var found = new List<NameMatch>();
        foreach (var name in Candidates(words))
        {
            if (_alignment.Of(words, _wordsOfName[name]) is { } likeness)
                found.Add(new NameMatch(name, likeness.IsSame, likeness.Likeness));
        }

        if (found.Count == 0 && words.Count > 1 && _reader.IsPlace(words[^1]))
            return FindWithout(words);
        return [.. found.OrderByDescending(match => match.Likeness).ThenBy(match => match.Number)];
    }

    /// <summary>Listed names that stand in a text word for word, with or without their legal form; each once.</summary>
    /// <remarks>A name of common words alone is too easily said by chance, and is left to who writes its legal form.</remarks>
    public IReadOnlyList<int> FindIn(string text)
    {
        var normalised = NormalisedText.Of(text).Text;
        var words = Tokens.Split(normalised).Select(token => _reader.Spell(normalised[token.Start..token.End])).ToList();
        var found = new List<int>();
        for (var first = 0; first < words.Count; first++)
        {
            var isRare = false;
            for (var last = first; last < words.Count && last - first < MaxWindow && _numbers.ContainsKey(words[last]); last++)
            {
                isRare |= !_reader.Common.Contains(words[last]);
                if (last > first && (isRare || last - first >= 2) && _whole.TryGetValue(Key(words[first..(last + 1)]), out var names))
                    found.AddRange(names);
            }
        }

        return [.. found.Distinct()];
    }

    private int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _numbers[word] = _words.Count;
            _words.Add(word);
            _namesOfWord.Add([]);
        }

        return number;
    }

    private static string Key(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    private bool IsKnown(string spelled) => _numbers.ContainsKey(spelled) || _reader.Common.Contains(spelled);

    private List<NameMatch> Whole(List<string> words) =>
        _whole.TryGetValue(Key(words), out var names) ? [.. names.Select(name => new NameMatch(name, true, 1))] : [];

    /// <summary>What is written behind a name may say only where its branch is.</summary>
    private IReadOnlyList<NameMatch> FindWithout(List<string> words) =>
        Find(string.Join(' ', words[..^1]));

    /// <summary>Joins words that are written apart, where the list has what comes out: "Wira Buana" for "Wirabuana".</summary>
    private List<string> Join(List<string> words)
    {
        var joined = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var one = at + 1 < words.Count ? NameSounds.Spell(words[at] + words[at + 1]) : null;
            joined.Add(one is not null && _numbers.ContainsKey(one) ? one : words[at]);
            at += joined[^1] == one ? 1 : 0;
        }

        return joined;
    }

    /// <summary>Parts words that are written as one and joins those that are written apart, where the list has what comes out.</summary>
    private List<string> Mend(List<string> words)
    {
        var mended = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (at + 1 < words.Count && _numbers.ContainsKey(NameSounds.Spell(word + words[at + 1])) && !(IsKnown(word) && IsKnown(words[at + 1])))
                mended.Add(NameSounds.Spell(word + words[++at]));
            else if (word.Length <= MaxJoined && !IsKnown(word) && Parts(word, MaxParts) is { } parts)
                mended.AddRange(parts);
            else
                mended.Add(word);
        }

        return mended;
    }

    private List<string>? Parts(string word, int most)
    {
        const int Shortest = 2;
        for (var cut = Shortest; cut <= word.Length - Shortest; cut++)
        {
            var (first, rest) = (NameSounds.Spell(word[..cut]), word[cut..]);
            if (!_numbers.ContainsKey(first))
                continue;
            if (_numbers.ContainsKey(rest))
                return [first, rest];
            if (most > 2 && Parts(rest, most - 1) is { } more)
                return [first, .. more];
        }

        return null;
    }

    private IEnumerable<int> Candidates(List<string> words)
    {
        var near = words.SelectMany(word => _numbers.TryGetValue(word, out var number)
            ? [number]
            : IsKnown(word) ? [] : _near.GetAwaiter().GetResult().Find(word)).Distinct().OrderBy(word => _namesOfWord[word].Count).ToList();
        var scores = new Dictionary<int, double>();
        foreach (var word in near)
        {
            if (scores.Count > 0 && _namesOfWord[word].Count > MaxShared)
                break;
            foreach (var name in _namesOfWord[word])
                CollectionsMarshal.GetValueRefOrAddDefault(scores, name, out _) += _alignment.Weight(word);
        }

        return scores.OrderByDescending(row => row.Value).ThenBy(row => Math.Abs(_wordsOfName[row.Key].Length - words.Count))
            .Take(MaxCompared).Select(row => row.Key);
    }
}
