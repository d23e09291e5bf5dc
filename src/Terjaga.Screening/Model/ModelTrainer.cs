using Terjaga.Screening.Rules;

namespace Terjaga.Screening.Model;

/// <summary>Learns a model from texts that people judged. The same texts in the same order give the same model.</summary>
public static class ModelTrainer
{
    /// <summary>Parts into which the texts are divided to find out how sure the model may be.</summary>
    private const int FoldCount = 5;

    /// <summary>What an error costs beside the length of the weights (docs/quality.md).</summary>
    private const double Cost = 3;

    private const int HeadCount = LinearModel.Lanes - 1;

    /// <param name="screener">Reads the texts; its own model is not used.</param>
    public static LinearModel Train(Screener screener, IReadOnlyList<TrainingText> texts, ModelCard card)
    {
        var rules = screener.Rules;
        var rows = TrainingRows.Read(screener, texts);
        var told = ContextTrainer.TellUnseen(rules, texts, rows);
        var facts = Enumerable.Range(0, rules.Names.Count).Select(_ => new float[HeadCount + Column.Count]).ToArray();
        var contexts = ContextTrainer.Train(rules, texts, rows, facts);
        for (var row = 0; row < texts.Count; row++)
        {
            if (told[row] is { } context)
                rows.Conclude(screener, row, texts[row].Text, context);
        }

        var rarity = rows.Rarity(Enumerable.Range(0, rows.Count));
        var prepared = Enumerable.Range(0, rows.Count).Select(row => rows.Row(row, rarity)).ToList();
        var heads = new float[LinearModel.Buckets * LinearModel.Lanes];
        for (var bucket = 0; bucket < LinearModel.Buckets; bucket++)
            heads[(bucket * LinearModel.Lanes) + HeadCount] = rarity[bucket] * rarity[bucket];

        var fits = new HeadFit[HeadCount];
        foreach (var head in Enum.GetValues<Head>())
            fits[(int)head] = TrainHead(head, texts, prepared, rules, heads, facts);
        return new LinearModel(
            card, fits, Steps.Of<short>(heads, LinearModel.Lanes, out var headScales), headScales,
            Steps.Of<sbyte>(contexts.Table, LinearModel.ContextLanes, out var columnScales), columnScales, contexts.Constants,
            Enumerable.Range(0, rules.Names.Count).Where(fact => facts[fact].Any(weight => weight != 0))
                .ToDictionary(fact => rules.Names[fact], fact => facts[fact], StringComparer.Ordinal));
    }

    private static HeadFit TrainHead(
        Head head, IReadOnlyList<TrainingText> texts, List<SparseRow> rows, Rulebook rules, float[] table, float[][] facts)
    {
        var known = Enumerable.Range(0, texts.Count).Where(i => texts[i].Label(head) is not null).ToList();
        var isPositive = known.ConvertAll(i => texts[i].Label(head) == true);
        if (!isPositive.Contains(true) || !isPositive.Contains(false))
            return HeadFit.Untrained;

        var own = known.ConvertAll(i => rows[i]);
        var mean = known.Average(i => texts[i].Weight);
        var costs = known.ConvertAll(i => Cost * texts[i].Weight / mean);
        var fit = Calibration.Fit(
            Unseen(own, isPositive, costs, known.ConvertAll(i => texts[i].Group), rules, head), isPositive,
            known.ConvertAll(i => texts[i].Weight));
        var (weights, bias) = Learn(own, isPositive, costs, rules, head);
        for (var bucket = 0; bucket < LinearModel.Buckets; bucket++)
        {
            var rarity = MathF.Sqrt(table[(bucket * LinearModel.Lanes) + HeadCount]);
            table[(bucket * LinearModel.Lanes) + (int)head] = TrainingRows.Effective(bucket, weights[bucket], rarity, TrainingRows.RunWeight);
        }

        for (var fact = 0; fact < facts.Length; fact++)
            facts[fact][(int)head] = TrainingRows.EffectiveFact(weights[LinearModel.Buckets + fact]);
        return fit with { Constant = fit.Constant + (fit.Slope * bias) };
    }

    /// <summary>The sum of each row by weights that were learned without its part of the texts.</summary>
    private static List<double> Unseen(
        List<SparseRow> rows, List<bool> isPositive, List<double> costs, List<string?> groups, Rulebook rules, Head head)
    {
        var folds = Folds(groups);
        var sums = new double[rows.Count];
        for (var fold = 0; fold < FoldCount; fold++)
        {
            var others = Enumerable.Range(0, rows.Count).Where(i => folds[i] != fold).ToList();
            var (weights, bias) = Learn(
                others.ConvertAll(i => rows[i]), others.ConvertAll(i => isPositive[i]), others.ConvertAll(i => costs[i]), rules, head);
            foreach (var i in Enumerable.Range(0, rows.Count).Where(i => folds[i] == fold))
                sums[i] = rows[i].Dot(weights) + bias;
        }

        return [.. sums];
    }

    private static int[] Folds(List<string?> groups)
    {
        var ofGroup = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. groups.Select((group, i) => group is null ? i % FoldCount
            : ofGroup.TryGetValue(group, out var fold) ? fold : ofGroup[group] = ofGroup.Count % FoldCount)];
    }

    private static (float[] Weights, float Bias) Learn(
        List<SparseRow> rows, List<bool> isPositive, List<double> costs, Rulebook rules, Head head)
    {
        var learned = LinearTrainer.Train(rows, isPositive, costs, LinearModel.Buckets + rules.Names.Count);
        if (head != Head.Score)
            return learned;

        // A sign that is offered never speaks for a text, and a warning never against it.
        for (var fact = 0; fact < rules.Names.Count; fact++)
        {
            ref var weight = ref learned.Weights[LinearModel.Buckets + fact];
            if (rules.Names.IsSign(fact))
                weight = Math.Max(weight, 0);
            else if (fact == rules.Warning)
                weight = Math.Min(weight, 0);
        }

        // To speak about an offer never makes a text look worse than any other context does.
        var least = Contexts.All.Min(context => WeightOf(context));
        foreach (var context in Contexts.All.Where(Contexts.SpeaksAbout))
            WeightOf(context) = Math.Min(least, 0);
        return learned;

        ref float WeightOf(string context) => ref learned.Weights[LinearModel.Buckets + rules.Names.Number(FactNames.OfContext(context))];
    }
}
