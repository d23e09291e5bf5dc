using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Terjaga.Screening.Model;

/// <summary>What the weights of one text come to; used again for the next text by the same thread.</summary>
internal sealed class ModelSums
{
    private const int BitsOfWord = 64;

    /// <summary>A bit a bucket, small enough to stay near the processor; all clear between texts.</summary>
    private readonly ulong[] _seen = new ulong[LinearModel.Buckets / BitsOfWord];

    private readonly int[] _wordColumns = new int[LinearModel.ContextLanes];

    private readonly int[] _runColumns = new int[LinearModel.ContextLanes];

    private float[] _headScales = [];

    private float[] _columnScales = [];

    private Vector128<int>[] _words = new Vector128<int>[512];

    private Vector128<int>[] _runs = new Vector128<int>[512];

    private Vector128<int> _allWords;

    private Vector128<int> _allRuns;

    private float _wordScale;

    private float _runScale;

    public FeatureList Features { get; } = new();

    public void Begin(int wordCount, float[] headScales, float[] columnScales)
    {
        _headScales = headScales;
        _columnScales = columnScales;
        if (wordCount > _words.Length)
            (_words, _runs) = (new Vector128<int>[wordCount * 2], new Vector128<int>[wordCount * 2]);
        (_allWords, _allRuns) = (Vector128<int>.Zero, Vector128<int>.Zero);
        Array.Clear(_wordColumns);
        Array.Clear(_runColumns);
    }

    /// <summary>A feature counts once, however often it stands in the text.</summary>
    public bool IsFirst(int bucket)
    {
        ref var seen = ref _seen[bucket / BitsOfWord];
        var bit = 1ul << (bucket % BitsOfWord);
        if ((seen & bit) != 0)
            return false;
        seen |= bit;
        return true;
    }

    public void Add(int word, Vector128<int> words, Vector128<int> runs)
    {
        (_words[word], _runs[word]) = (words, runs);
        _allWords += words;
        _allRuns += runs;
    }

    public void AddColumns(ReadOnlySpan<sbyte> weights, bool isRun)
    {
        var sums = MemoryMarshal.Cast<int, Vector256<int>>((isRun ? _runColumns : _wordColumns).AsSpan());
        var (low, high) = Vector128.Widen(Vector128.Create(weights));
        sums[0] += Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low));
        sums[1] += Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high));
    }

    public void AddWarningColumns(ReadOnlySpan<sbyte> weights, bool isRun)
    {
        var sums = isRun ? _runColumns : _wordColumns;
        for (var i = 0; i < Column.Count; i++)
            sums[i] += Column.SpeaksAbout(i) ? Math.Max(weights[i], (sbyte)0) : Math.Min(weights[i], (sbyte)0);
    }

    /// <summary>Ends the sums: each block of features is brought to length one.</summary>
    public void Finish()
    {
        foreach (var feature in Features.All)
            _seen[feature % LinearModel.Buckets / BitsOfWord] = 0;
        _wordScale = Scale(_allWords[LinearModel.Lanes - 1] * _headScales[LinearModel.Lanes - 1]);
        _runScale = Scale(_allRuns[LinearModel.Lanes - 1] * _headScales[LinearModel.Lanes - 1]);
    }

    public double Of(Head head) => Of(head, _allWords, _allRuns);

    public double OfWord(Head head, int word) => Of(head, _words[word], _runs[word]);

    private double Of(Head head, Vector128<int> words, Vector128<int> runs) =>
        _headScales[(int)head] * (((double)words[(int)head] * _wordScale) + ((double)runs[(int)head] * _runScale));

    public float OfColumn(int column) => OfColumn(_wordColumns, column) + OfColumn(_runColumns, column);

    private float OfColumn(int[] sums, int column) =>
        sums[column] * _columnScales[column] * Scale(sums[^1] * _columnScales[LinearModel.ContextLanes - 1]);

    private static float Scale(float squares) => squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
}
