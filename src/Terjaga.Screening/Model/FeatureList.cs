namespace Terjaga.Screening.Model;

/// <summary>The features of one text, word by word; used again for the next text.</summary>
internal sealed class FeatureList
{
    private uint[] _hashes = new uint[4096];

    private int[] _ends = new int[512];

    private int _count;

    public int WordCount { get; private set; }

    public ReadOnlySpan<uint> All => _hashes.AsSpan(0, _count);

    /// <summary>The features that belong to one word: itself, its pair with the word before, its runs.</summary>
    public ReadOnlySpan<uint> OfWord(int word)
    {
        var start = word == 0 ? 0 : _ends[word - 1];
        return _hashes.AsSpan(start, _ends[word] - start);
    }

    public void Clear() => (_count, WordCount) = (0, 0);

    public void Add(uint hash)
    {
        if (_count == _hashes.Length)
            Array.Resize(ref _hashes, _count * 2);
        _hashes[_count++] = hash;
    }

    public void EndWord()
    {
        if (WordCount == _ends.Length)
            Array.Resize(ref _ends, WordCount * 2);
        _ends[WordCount++] = _count;
    }
}
