namespace Terjaga.Screening.Names;

/// <summary>Finds the words of a list that one slip, or slips in vowels alone, may have made into a written one.</summary>
/// <remarks>
/// Words that differ by one letter share a form with one letter left out (Garbe 2012, "symmetric delete"); here also the same
/// of their consonants, which vowels cannot spoil.
/// </remarks>
internal sealed class NearWords
{
    private readonly ulong[] _keys;

    private readonly int[] _words;

    /// <param name="words">Spelled; the place in the list is the number that is found.</param>
    public NearWords(IReadOnlyList<string> words)
    {
        var starts = new int[words.Count + 1];
        var bones = words.AsParallel().AsOrdered().Select(NameSounds.Skeleton).ToList();
        for (var word = 0; word < words.Count; word++)
            starts[word + 1] = starts[word] + CountOf(words[word], bones[word]);
        _keys = new ulong[starts[^1]];
        _words = new int[starts[^1]];
        Parallel.For(0, words.Count, word =>
        {
            var (at, end) = (starts[word], starts[word + 1]);
            Write(words[word], bones[word], _keys.AsSpan(at, end - at));
            _words.AsSpan(at, end - at).Fill(word);
        });
        Array.Sort(_keys, _words);
    }

    /// <summary>Candidates; some of them are not near at all.</summary>
    public HashSet<int> Find(string spelled)
    {
        var found = new HashSet<int>();
        Span<ulong> keys = stackalloc ulong[(2 * WordLikeness.MaxLength) + 2];
        var bones = NameSounds.Skeleton(spelled);
        keys = keys[..CountOf(spelled, bones)];
        Write(spelled, bones, keys);
        foreach (var key in keys)
        {
            var at = Array.BinarySearch(_keys, key);
            if (at < 0)
                continue;
            while (at > 0 && _keys[at - 1] == key)
                at--;
            for (; at < _keys.Length && _keys[at] == key; at++)
                found.Add(_words[at]);
        }

        return found;
    }

    private static int CountOf(string word, string bones) => word.Length > WordLikeness.MaxLength ? 0 : word.Length + bones.Length + 2;

    /// <summary>Of the word and of its consonants, whole and with each letter left out; some may be the same.</summary>
    private static void Write(string word, string bones, Span<ulong> keys)
    {
        if (keys.IsEmpty)
            return;
        for (var left = -1; left < word.Length; left++)
            keys[left + 1] = Hash(word, left, 'w');
        for (var left = -1; left < bones.Length; left++)
            keys[word.Length + left + 2] = Hash(bones, left, 's');
    }

    /// <remarks>FNV-1a, 64 bits.</remarks>
    private static ulong Hash(string letters, int without, char kind)
    {
        var hash = (14695981039346656037 ^ kind) * 1099511628211;
        for (var i = 0; i < letters.Length; i++)
        {
            if (i != without)
                hash = (hash ^ letters[i]) * 1099511628211;
        }

        return hash;
    }
}
