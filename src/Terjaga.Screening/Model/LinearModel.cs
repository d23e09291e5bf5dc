using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Terjaga.Screening.Model;

/// <summary>
/// Linear weights over hashed words and runs of characters and over named facts: three heads and the ten contexts. Holds no
/// state of any text; any number of threads may use it.
/// </summary>
public sealed class LinearModel
{
    /// <summary>Buckets of the heads: 2^19.</summary>
    internal const int Buckets = 1 << 19;

    /// <summary>Buckets of the columns: 2^17.</summary>
    internal const int ContextBuckets = 1 << 17;

    /// <summary>Numbers in a bucket of the heads: one a head, and the square of the rarity of the feature.</summary>
    internal const int Lanes = 4;

    /// <summary>Numbers in a bucket of the columns: one a column, and in the last the square of the rarity.</summary>
    internal const int ContextLanes = 16;

    /// <summary>Words: how early the numbers of a word are asked of the memory. Two were the fastest of one, two, three and four.</summary>
    private const int Ahead = 2;

    private readonly short[] _heads;

    private readonly float[] _headScales;

    private readonly sbyte[] _columns;

    private readonly float[] _columnScales;

    internal LinearModel(
        ModelCard card, HeadFit[] fits, short[] heads, float[] headScales, sbyte[] columns, float[] columnScales, float[] contextConstants, IReadOnlyDictionary<string, float[]> facts)
    {
        Card = card;
        Fits = fits;
        _heads = heads;
        _headScales = headScales;
        _columns = columns;
        _columnScales = columnScales;
        ContextConstants = contextConstants;
        Facts = facts;
    }

    public ModelCard Card { get; }

    internal HeadFit[] Fits { get; }

    internal float[] ContextConstants { get; }

    /// <summary>By name of a fact: a weight for each head, then for each column.</summary>
    internal IReadOnlyDictionary<string, float[]> Facts { get; }

    internal ReadOnlySpan<short> HeadTable => _heads;

    /// <summary>By number of a bucket of the heads: what one step of it is worth.</summary>
    internal ReadOnlySpan<float> HeadScales => _headScales;

    internal ReadOnlySpan<sbyte> ColumnTable => _columns;

    /// <summary>By number of a bucket of the columns: what one step of it is worth.</summary>
    internal ReadOnlySpan<float> ColumnScales => _columnScales;

    /// <summary>
    /// Sums the weights of a text, word by word. What stands in a sentence that warns can only lower the heads, and can only
    /// speak for a context that speaks about offers, so that no warning in front of a text makes it look worse.
    /// </summary>
    /// <param name="isWarning">By word.</param>
    internal void Sum(ReadOnlySpan<bool> isWarning, ModelSums sums)
    {
        var features = sums.Features;
        sums.Begin(features.WordCount, _headScales, _columnScales);
        for (var word = 0; word < features.WordCount; word++)
        {
            if (word + Ahead < features.WordCount)
                Prefetch(features.OfWord(word + Ahead));
            if (!isWarning[word])
                SumWord(features.OfWord(word), word, sums);
        }

        for (var word = 0; word < features.WordCount; word++)
        {
            if (isWarning[word])
                SumWarningWord(features.OfWord(word), word, sums);
        }

        sums.Finish();
    }

    /// <summary>
    /// Asks the memory for the numbers of a word. The tables are larger than the caches of a small machine and the features of
    /// a word lie far apart, so that most of the time of a sum went into waiting.
    /// </summary>
    private unsafe void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported)
            return;
        fixed (short* heads = _heads)
        fixed (sbyte* columns = _columns)
        {
            foreach (var feature in features)
            {
                Sse.Prefetch0(heads + (feature % Buckets * Lanes));
                Sse.Prefetch0(columns + (ContextBucket(feature) * ContextLanes));
            }
        }
    }

    private void SumWord(ReadOnlySpan<uint> features, int word, ModelSums sums)
    {
        var (words, runs) = (Vector128<int>.Zero, Vector128<int>.Zero);
        foreach (var feature in features)
        {
            var bucket = (int)(feature % Buckets);
            if (!sums.IsFirst(bucket))
                continue;
            var weights = Weights(bucket);
            var isRun = Features.IsRun(feature);
            if (isRun)
                runs += weights;
            else
                words += weights;
            sums.AddColumns(_columns.AsSpan(ContextBucket(feature) * ContextLanes, ContextLanes), isRun);
        }

        sums.Add(word, words, runs);
    }

    private void SumWarningWord(ReadOnlySpan<uint> features, int word, ModelSums sums)
    {
        var (words, runs) = (Vector128<int>.Zero, Vector128<int>.Zero);
        foreach (var feature in features)
        {
            var bucket = (int)(feature % Buckets);
            if (!sums.IsFirst(bucket))
                continue;
            var weights = Vector128.Min(Weights(bucket), Vector128<int>.Zero);
            var isRun = Features.IsRun(feature);
            if (isRun)
                runs += weights;
            else
                words += weights;
            sums.AddWarningColumns(_columns.AsSpan(ContextBucket(feature) * ContextLanes, ContextLanes), isRun);
        }

        sums.Add(word, words, runs);
    }

    /// <remarks>Read as one number, which is the only way without a call.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> Weights(int bucket) => Vector128.WidenLower(
        Vector128.CreateScalarUnsafe(MemoryMarshal.Cast<short, ulong>(_heads)[bucket]).AsInt16());

    internal static int ContextBucket(uint feature) => (int)(feature % ContextBuckets);
}
