namespace Terjaga.Screening.Reading;

/// <summary>Finds whole phrases in one pass over the words of a text, whatever the number of phrases.</summary>
/// <remarks>A tree of word numbers in one flat table: a step is one look-up, and most words begin no phrase.</remarks>
internal sealed class PhraseIndex
{
    private const int Root = 0;

    private readonly Dictionary<long, int> _steps = [];

    /// <summary>Where the numbers of the phrases that end at a node begin in <see cref="_numbers"/>, and of the next node.</summary>
    private readonly int[] _ends;

    private readonly int[] _numbers;

    /// <summary>By word: the node after it as first word; <see cref="Root"/> where no phrase begins with it.</summary>
    private readonly int[] _first;

    private readonly WordReader _reader;

    /// <param name="phrases">Each with the number that a hit gives back.</param>
    /// <param name="vocabulary">Knows all words of the phrases.</param>
    public PhraseIndex(IEnumerable<(string Phrase, int Number)> phrases, Vocabulary vocabulary)
    {
        _reader = new WordReader(vocabulary);
        _first = new int[vocabulary.Count];
        var ends = new List<List<int>> { new() };
        foreach (var (phrase, number) in phrases)
        {
            if (Node(phrase, ends) is > Root and var node && !ends[node].Contains(number))
                ends[node].Add(number);
        }

        _ends = new int[ends.Count + 1];
        for (var i = 0; i < ends.Count; i++)
            _ends[i + 1] = _ends[i] + ends[i].Count;
        _numbers = [.. ends.SelectMany(numbers => numbers)];
    }

    /// <summary>A phrase that stands in the text, from one word to another.</summary>
    public readonly record struct Hit(int Number, int First, int Last);

    /// <summary>All hits, by first word; at one place, of each number only the longest.</summary>
    public void Find(List<Word> words, List<Hit> hits)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var number = words[at].Number;
            var node = number >= 0 ? _first[number] : Root;
            var begun = hits.Count;
            for (var last = at; node != Root; node = Step(node, words[last].Number))
            {
                for (var i = _ends[node]; i < _ends[node + 1]; i++)
                    Keep(hits, begun, new Hit(_numbers[i], at, last));
                if (++last == words.Count || words[last].Number < 0)
                    break;
            }
        }
    }

    private static void Keep(List<Hit> hits, int begun, Hit hit)
    {
        for (var i = begun; i < hits.Count; i++)
        {
            if (hits[i].Number == hit.Number)
            {
                hits[i] = hit;
                return;
            }
        }

        hits.Add(hit);
    }

    private int Step(int node, int word) => _steps.GetValueOrDefault(((long)node << 32) | (uint)word, Root);

    /// <summary>The node of a phrase; <see cref="Root"/> for one without a word.</summary>
    private int Node(string phrase, List<List<int>> ends)
    {
        var node = Root;
        foreach (var word in _reader.Read(phrase, NormalisedText.Of(phrase)))
        {
            if (word.Number < 0)
                return Root;
            var known = node == Root ? _first[word.Number] : Step(node, word.Number);
            if (known == Root)
            {
                known = ends.Count;
                ends.Add([]);
                if (node == Root)
                    _first[word.Number] = known;
                else
                    _steps.Add(((long)node << 32) | (uint)word.Number, known);
            }

            node = known;
        }

        return node;
    }
}
