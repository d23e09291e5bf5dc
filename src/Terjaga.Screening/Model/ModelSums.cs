using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Terjaga.Screening.Model;

/// <summary>What the weights of one text come to; used again for the next text by the same thread.</summary>
internal sealed class ModelSums
{
    private readonly int[] _seenIn = new int[LinearModel.Buckets];

    private readonly float[] _wordColumns = new float[LinearModel.ContextLanes];

    private readonly float[] _runColumns = new float[LinearModel.ContextLanes];

    private int _text;

    private Vector128<float>[] _words = new Vector128<float>[512];

    private Vector128<float>[] _runs = new Vector128<float>[512];

    private Vector128<float> _allWords;

    private Vector128<float> _allRuns;

    private float _wordScale;

    private float _runScale;

    public FeatureList Features { get; } = new();

    public void Begin(int wordCount)
    {
        if (wordCount > _words.Length)
            (_words, _runs) = (new Vector128<float>[wordCount * 2], new Vector128<float>[wordCount * 2]);
        if (++_text == int.MaxValue)
        {
            Array.Clear(_seenIn);
            _text = 1;
        }

        (_allWords, _allRuns) = (Vector128<float>.Zero, Vector128<float>.Zero);
        Array.Clear(_wordColumns);
        Array.Clear(_runColumns);
    }

    /// <summary>A feature counts once, however often it stands in the text.</summary>
    public bool IsFirst(int bucket)
    {
        if (_seenIn[bucket] == _text)
            return false;
        _seenIn[bucket] = _text;
        return true;
    }

    public void Add(int word, Vector128<float> words, Vector128<float> runs)
    {
        (_words[word], _runs[word]) = (words, runs);
        _allWords += words;
        _allRuns += runs;
    }

    public void AddColumns(ReadOnlySpan<float> weights, bool isRun)
    {
        var sums = MemoryMarshal.Cast<float, Vector256<float>>((isRun ? _runColumns : _wordColumns).AsSpan());
        var added = MemoryMarshal.Cast<float, Vector256<float>>(weights);
        sums[0] += added[0];
        sums[1] += added[1];
    }

    public void AddWarningColumns(ReadOnlySpan<float> weights, bool isRun)
    {
        var sums = isRun ? _runColumns : _wordColumns;
        for (var i = 0; i < Column.Count; i++)
            sums[i] += Column.SpeaksAbout(i) ? Math.Max(weights[i], 0) : Math.Min(weights[i], 0);
    }

    /// <summary>Ends the sums: each block of features is brought to length one.</summary>
    public void Finish()
    {
        _wordScale = Scale(_allWords[LinearModel.Lanes - 1]);
        _runScale = Scale(_allRuns[LinearModel.Lanes - 1]);
    }

    public float Of(Head head) => (_allWords[(int)head] * _wordScale) + (_allRuns[(int)head] * _runScale);

    public float OfWord(Head head, int word) => (_words[word][(int)head] * _wordScale) + (_runs[word][(int)head] * _runScale);

    public float OfColumn(int column) =>
        (_wordColumns[column] * Scale(_wordColumns[^1])) + (_runColumns[column] * Scale(_runColumns[^1]));

    private static float Scale(float squares) => squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
}
