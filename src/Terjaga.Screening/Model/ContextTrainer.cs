using Terjaga.Screening.Rules;

namespace Terjaga.Screening.Model;

/// <summary>Learns the columns, each against all others, from all features and facts.</summary>
internal static class ContextTrainer
{
    /// <summary>What an error costs beside the length of the weights (docs/quality.md).</summary>
    private const double Cost = 2;

    private const int FoldCount = 5;

    /// <summary>The constant of a column that no text taught.</summary>
    private const float Never = -10;

    private const int HeadCount = LinearModel.Lanes - 1;

    private const int RarityLane = LinearModel.ContextLanes - 1;

    /// <param name="facts">By fact: the weights of the heads, then of the columns, which are written here.</param>
    public static (float[] Table, float[] Constants) Train(
        Rulebook rules, IReadOnlyList<TrainingText> texts, TrainingRows rows, float[][] facts)
    {
        var table = new float[LinearModel.ContextBuckets * LinearModel.ContextLanes];
        var constants = new float[Column.Count];
        var known = Enumerable.Range(0, texts.Count).Where(i => texts[i].Context is not null).ToList();
        if (known.Count == 0)
            return (table, constants);

        var rarity = rows.ContextRarity(known);
        var prepared = known.ToDictionary(i => i, i => rows.ContextRow(i, rarity));
        for (var bucket = 0; bucket < LinearModel.ContextBuckets; bucket++)
            table[(bucket * LinearModel.ContextLanes) + RarityLane] = rarity[bucket] * rarity[bucket];
        for (var column = 0; column < Column.Count; column++)
        {
            var (weights, bias) = Learn(column, known, texts, prepared, rules);
            constants[column] = bias;
            for (var bucket = 0; bucket < LinearModel.ContextBuckets; bucket++)
                table[(bucket * LinearModel.ContextLanes) + column] = TrainingRows.Effective(bucket, weights[bucket], rarity[bucket], TrainingRows.ContextRunWeight);
            for (var fact = 0; fact < facts.Length; fact++)
                facts[fact][HeadCount + column] = OfFact(rules, fact, column, weights[LinearModel.ContextBuckets + fact]);
        }

        return (table, constants);
    }

    /// <summary>
    /// By text: the context that a model tells which never saw the text, so that the score learns from contexts as they will
    /// be told, mistakes included. Null where nobody said which is right.
    /// </summary>
    public static string?[] TellUnseen(Rulebook rules, IReadOnlyList<TrainingText> texts, TrainingRows rows)
    {
        var told = new string?[texts.Count];
        var known = Enumerable.Range(0, texts.Count).Where(i => texts[i].Context is not null).ToList();
        if (known.Count == 0)
            return told;
        var rarity = rows.ContextRarity(known);
        var prepared = known.ToDictionary(i => i, i => rows.ContextRow(i, rarity));
        for (var fold = 0; fold < FoldCount; fold++)
        {
            var others = known.FindAll(i => i % FoldCount != fold);
            var learned = Contexts.All.Select((_, context) => Learn(context, others, texts, prepared, rules)).ToList();
            foreach (var i in known.Where(i => i % FoldCount == fold))
            {
                var sums = learned.ConvertAll(head => prepared[i].Dot(head.Weights) + head.Bias);
                told[i] = Contexts.All[sums.IndexOf(sums.Max())];
            }
        }

        return told;
    }

    private static (float[] Weights, float Bias) Learn(
        int column, List<int> known, IReadOnlyList<TrainingText> texts, Dictionary<int, SparseRow> prepared, Rulebook rules)
    {
        var own = known.FindAll(i => Column.Of(texts[i], column) is not null);
        if (own.Count == 0)
            return (new float[LinearModel.ContextBuckets + rules.Names.Count], Never);
        return LinearTrainer.Train(
            own.ConvertAll(i => prepared[i]), own.ConvertAll(i => Column.Of(texts[i], column) == true),
            own.ConvertAll(i => Cost * texts[i].Weight), LinearModel.ContextBuckets + rules.Names.Count);
    }

    /// <summary>A warning only speaks for contexts that speak about offers.</summary>
    private static float OfFact(Rulebook rules, int fact, int column, float weight)
    {
        if (fact == rules.Warning)
            weight = Column.SpeaksAbout(column) ? Math.Max(weight, 0) : Math.Min(weight, 0);
        return TrainingRows.EffectiveFact(weight);
    }
}
