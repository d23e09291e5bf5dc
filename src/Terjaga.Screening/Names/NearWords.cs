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
        var rows = new List<(ulong Key, int Word)>(words.Count * 12);
        for (var word = 0; word < words.Count; word++)
        {
            foreach (var key in Keys(words[word]))
                rows.Add((key, word));
        }

        rows.Sort();
        _keys = [.. rows.Select(row => row.Key)];
        _words = [.. rows.Select(row => row.Word)];
    }

    /// <summary>Candidates; some of them are not near at all.</summary>
    public HashSet<int> Find(string spelled)
    {
        var found = new HashSet<int>();
        foreach (var key in Keys(spelled))
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

    private static HashSet<ulong> Keys(string word)
    {
        var keys = new HashSet<ulong>();
        if (word.Length > WordLikeness.MaxLength)
            return keys;
        AddWithout(word, 'w');
        AddWithout(NameSounds.Skeleton(word), 's');
        return keys;

        void AddWithout(string letters, char kind)
        {
            for (var left = -1; left < letters.Length; left++)
                keys.Add(Hash(letters, left, kind));
        }
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
