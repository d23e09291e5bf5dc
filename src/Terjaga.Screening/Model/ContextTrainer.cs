using Terjaga.Screening.Rules;

namespace Terjaga.Screening.Model;

/// <summary>Learns the contexts, each against all others, from words, pairs of words and facts.</summary>
internal static class ContextTrainer
{
    /// <summary>What an error costs beside the length of the weights (docs/quality.md).</summary>
    private const double Cost = 2;

    private const int HeadCount = LinearModel.Lanes - 1;

    private const int RarityLane = LinearModel.ContextLanes - 1;

    /// <param name="facts">By fact: the weights of the heads, then of the contexts, which are written here.</param>
    public static (float[] Table, float[] Constants) Train(
        Rulebook rules, IReadOnlyList<TrainingText> texts, TrainingRows rows, float[][] facts)
    {
        var table = new float[LinearModel.ContextBuckets * LinearModel.ContextLanes];
        var constants = new float[Contexts.All.Count];
        var known = Enumerable.Range(0, texts.Count).Where(i => texts[i].Context is not null).ToList();
        if (known.Count == 0)
            return (table, constants);

        var rarity = rows.ContextRarity(known);
        var own = known.ConvertAll(i => rows.ContextRow(i, rarity));
        var costs = known.ConvertAll(i => Cost * texts[i].Weight);
        for (var bucket = 0; bucket < LinearModel.ContextBuckets; bucket++)
            table[(bucket * LinearModel.ContextLanes) + RarityLane] = rarity[bucket] * rarity[bucket];
        for (var context = 0; context < Contexts.All.Count; context++)
        {
            var name = Contexts.All[context];
            var (weights, bias) = LinearTrainer.Train(
                own, known.ConvertAll(i => texts[i].Context == name), costs, LinearModel.ContextBuckets + rules.Names.Count);
            constants[context] = bias;
            for (var bucket = 0; bucket < LinearModel.ContextBuckets; bucket++)
                table[(bucket * LinearModel.ContextLanes) + context] = weights[bucket] * rarity[bucket];
            for (var fact = 0; fact < facts.Length; fact++)
                facts[fact][HeadCount + context] = OfFact(rules, fact, name, weights[LinearModel.ContextBuckets + fact]);
        }

        return (table, constants);
    }

    /// <summary>A warning only speaks for contexts that speak about offers.</summary>
    private static float OfFact(Rulebook rules, int fact, string context, float weight)
    {
        if (fact == rules.Warning)
            weight = Contexts.SpeaksAbout(context) ? Math.Max(weight, 0) : Math.Min(weight, 0);
        return TrainingRows.EffectiveFact(weight);
    }
}
