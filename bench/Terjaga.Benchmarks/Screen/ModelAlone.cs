using Terjaga.Screening;
using Terjaga.Screening.Model;
using Terjaga.Screening.Reading;

namespace Terjaga.Benchmarks.Screen;

/// <summary>The linear model without rules, identifiers and explanation: features and weights of all heads and contexts, one score.</summary>
internal sealed class ModelAlone(ShippedEngine engine, LinearModel model)
{
    /// <summary>No word stands in a sentence that warns.</summary>
    private readonly bool[] _isWarning = new bool[Screener.MaxTextLength];

    private readonly ModelSums _sums = new();

    private Screening.Rules.Rulebook Rules => engine.Screener.Rules;

    /// <summary>From the raw text to the score.</summary>
    public double Score(string text)
    {
        var normalised = NormalisedText.Of(text);
        return Score(normalised, Rules.Read(text, normalised));
    }

    /// <summary>From words that are read already, as the screening does it, to the score.</summary>
    public double Score(NormalisedText normalised, List<Word> words)
    {
        Features.Read(normalised.Text, words, Rules.Vocabulary, _sums.Features);
        model.Sum(_isWarning.AsSpan(0, words.Count), _sums);
        var fit = model.Fits[(int)Head.Score];
        return Explanation.Logistic(fit.Constant + (fit.Slope * _sums.Of(Head.Score)));
    }
}
