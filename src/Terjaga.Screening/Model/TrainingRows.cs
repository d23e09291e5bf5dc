using Terjaga.Screening.Rules;

namespace Terjaga.Screening.Model;

/// <summary>Texts as rows of numbers: the hashed features brought to length one a block, then one place a fact.</summary>
internal sealed class TrainingRows
{
    /// <summary>Length of the block of runs beside that of words, for the heads and for the contexts (docs/quality.md).</summary>
    public const float RunWeight = 0.15f, ContextRunWeight = 0.5f;

    /// <summary>Value of a fact that holds, beside blocks of length one (docs/quality.md).</summary>
    private const float FactValue = 0.05f;

    private readonly List<int[]> _buckets = [];

    private readonly List<int[]> _contextBuckets = [];

    private readonly List<int[]> _facts = [];

    private readonly Rulebook _rules;

    private TrainingRows(Rulebook rules) => _rules = rules;

    public int Count => _buckets.Count;

    public static TrainingRows Read(Screener screener, IReadOnlyList<TrainingText> texts)
    {
        var rows = new TrainingRows(screener.Rules);
        var features = new FeatureList();
        foreach (var text in texts)
        {
            var reading = screener.Read(text.Text);
            var facts = ReadFacts.Of(rows._rules, reading);
            Features.Read(reading.Text.Text, reading.Words, rows._rules.Vocabulary, features);
            rows.Add(features, facts);
        }

        return rows;
    }

    /// <summary>Adds the signs that a text offers if it is told to be of a context.</summary>
    public void Conclude(Screener screener, int row, string text, string context)
    {
        var reading = screener.Read(text);
        var facts = ReadFacts.Of(_rules, reading);
        Conclusion.Of(_rules, reading, facts, context);
        _facts[row] = NumbersOf(facts);
    }

    /// <summary>By bucket: how rare a feature is among the rows, as the logarithm of the inverse document frequency.</summary>
    public float[] Rarity(IEnumerable<int> rows)
    {
        var found = new int[LinearModel.Buckets];
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            foreach (var bucket in _buckets[row])
                found[bucket]++;
        }

        return [.. found.Select(texts => Rare(texts, count))];
    }

    /// <summary>The row as the trainer wants it; facts come after the buckets.</summary>
    public SparseRow Row(int row, float[] rarity) => Row(_buckets[row], _facts[row], rarity, LinearModel.Buckets, RunWeight);

    private static SparseRow Row(int[] buckets, int[] facts, float[] rarity, int bucketCount, float runWeight)
    {
        var (words, runs) = (0f, 0f);
        foreach (var bucket in buckets)
        {
            var square = rarity[bucket] * rarity[bucket];
            (words, runs) = Features.IsRun((uint)bucket) ? (words, runs + square) : (words + square, runs);
        }

        var values = new float[buckets.Length + facts.Length];
        for (var i = 0; i < buckets.Length; i++)
            values[i] = rarity[buckets[i]] * (Features.IsRun((uint)buckets[i]) ? runWeight / MathF.Sqrt(runs) : 1 / MathF.Sqrt(words));
        Array.Fill(values, FactValue, buckets.Length, facts.Length);
        return new SparseRow([.. buckets, .. facts.Select(fact => bucketCount + fact)], values);
    }

    /// <summary>As <see cref="Rarity"/>, by bucket of the contexts.</summary>
    public float[] ContextRarity(IReadOnlyCollection<int> rows)
    {
        var found = new int[LinearModel.ContextBuckets];
        foreach (var row in rows)
        {
            foreach (var bucket in _contextBuckets[row])
                found[bucket]++;
        }

        return [.. found.Select(texts => Rare(texts, rows.Count))];
    }

    /// <summary>The words of a row with its facts but the signs, which depend on the context.</summary>
    public SparseRow ContextRow(int row, float[] rarity)
    {
        var facts = _facts[row].Where(fact => !_rules.Names.IsSign(fact) && !_rules.Names.IsContext(fact));
        return Row(_contextBuckets[row], [.. facts], rarity, LinearModel.ContextBuckets, ContextRunWeight);
    }

    /// <summary>What a learned weight comes to in a model that divides by the length of the block only.</summary>
    public static float Effective(int bucket, float weight, float rarity, float runWeight) =>
        weight * rarity * (Features.IsRun((uint)bucket) ? runWeight : 1);

    public static float EffectiveFact(float weight) => weight * FactValue;

    /// <summary>The inverse document frequency, smoothed as if one more text held every feature.</summary>
    private static float Rare(int texts, int count) => (float)((Math.Log2(1.0 + count) - Math.Log2(1.0 + texts)) / Math.Log2(Math.E)) + 1;

    private void Add(FeatureList features, Facts facts)
    {
        var (buckets, contextBuckets) = (new HashSet<int>(), new HashSet<int>());
        for (var word = 0; word < features.WordCount; word++)
        {
            foreach (var feature in features.OfWord(word))
            {
                if (buckets.Add((int)(feature % LinearModel.Buckets)))
                    contextBuckets.Add(LinearModel.ContextBucket(feature));
            }
        }

        _buckets.Add([.. buckets.Order()]);
        _contextBuckets.Add([.. contextBuckets.Order()]);
        _facts.Add(NumbersOf(facts));
    }

    private static int[] NumbersOf(Facts facts) =>
        [.. facts.All.Order()];
}
