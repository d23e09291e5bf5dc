using Terjaga.Screening.Rules;

namespace Terjaga.Screening.Model;

/// <summary>Lets a model read texts with one rulebook.</summary>
internal sealed class ModelReader(LinearModel model, Rulebook rules) : IDisposable
{
    /// <summary>
    /// Sum from which words are taken to speak of danger: below the middle, since a missed cry is worse than a look for
    /// nothing (docs/quality.md).
    /// </summary>
    private const double Alarm = -0.3;

    private const int HeadCount = LinearModel.Lanes - 1;

    /// <summary>By number of a fact: its weights; null for a fact that the model does not know.</summary>
    private readonly float[]?[] _facts =
        [.. Enumerable.Range(0, rules.Names.Count).Select(fact => model.Facts.GetValueOrDefault(rules.Names[fact]))];

    private readonly ThreadLocal<ModelSums> _sums = new(() => new ModelSums());

    public string Version => model.Card.Version;

    public void Dispose() => _sums.Dispose();

    /// <summary>Sums the weights of a text; the answer is good until the thread reads the next one.</summary>
    public ModelSums Sum(TextReading reading)
    {
        var sums = _sums.Value!;
        Features.Read(reading.Text.Text, reading.Words, rules.Vocabulary, sums.Features);
        model.Sum(reading.IsWarning, sums);
        return sums;
    }

    public string Context(ModelSums sums, Facts facts)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var i = 0; i < Contexts.All.Count; i++)
        {
            if (SumOf(i, sums, facts) is var sum && sum > most)
                (best, most) = (i, sum);
        }

        return Contexts.All[best];
    }

    /// <summary>How urgent the danger is that the words speak of; <see cref="Screening.Danger.None"/> where they speak of none.</summary>
    public Danger Danger(ModelSums sums, Facts facts) => SumOf(Column.Danger, sums, facts) switch
    {
        <= Alarm => Screening.Danger.None,
        <= 0 when facts.Has(rules.Play) => Screening.Danger.None,
        _ => SumOf(Column.Urgent, sums, facts) > 0 ? Screening.Danger.P0 : Screening.Danger.P1,
    };

    private double SumOf(int column, ModelSums sums, Facts facts)
    {
        var sum = (double)sums.OfColumn(column) + model.ContextConstants[column];
        foreach (var fact in facts.All)
            sum += _facts[fact] is { } weights ? weights[HeadCount + column] : 0;
        return sum;
    }

    public double LogOdds(Head head, ModelSums sums, Facts facts)
    {
        var fit = model.Fits[(int)head];
        var sum = sums.Of(head);
        foreach (var fact in facts.All)
            sum += _facts[fact] is { } weights ? weights[(int)head] : 0;
        return fit.Constant + (fit.Slope * sum);
    }

    /// <summary>Every point of <see cref="Head.Score"/>, by sentence and by fact.</summary>
    public Explanation Explain(ModelSums sums, TextReading reading, Facts facts)
    {
        var fit = model.Fits[(int)Head.Score];
        var parts = new List<ScorePart>();
        for (var first = 0; first < reading.Words.Count;)
        {
            var (next, sum) = (first, 0.0);
            do
                sum += sums.OfWord(Head.Score, next++);
            while (next < reading.Words.Count && !reading.Words[next].AfterStop);
            parts.Add(new ScorePart(ScorePart.Text, reading.Start(first), reading.End(next - 1), sum * fit.Slope));
            first = next;
        }

        foreach (var fact in facts.All)
        {
            if (_facts[fact]?[(int)Head.Score] is { } weight and not 0)
                parts.Add(new ScorePart(rules.Names[fact], 0, 0, weight * fit.Slope));
        }

        return new Explanation(fit.Constant, parts);
    }
}
