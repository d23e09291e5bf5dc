using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Model;
using Terjaga.Screening.Reading;
using Terjaga.Screening.Rules;

namespace Terjaga.Screening;

/// <summary>Reads texts as a careful officer would, and says why. Holds no state of any text; any number of threads may use it.</summary>
public sealed class Screener : IDisposable
{
    /// <summary>Longest text that is read, in UTF-16 units; of a longer one the beginning.</summary>
    public const int MaxTextLength = 100_000;

    /// <summary>Points at which the score of the rules alone reaches 63 %: one sign of high and one of low weight in an offer.</summary>
    private const double ScoreScale = 4;

    private readonly Rulebook _rules;

    private readonly EntityFinder _entities;

    private readonly ModelReader? _model;

    /// <param name="model">Null to screen by the rules alone.</param>
    public Screener(Catalogue catalogue, Gazetteer gazetteer, LinearModel? model = null)
    {
        _rules = new Rulebook(catalogue, gazetteer);
        _entities = new EntityFinder(gazetteer, _rules.Identifiers);
        _model = model is null ? null : new ModelReader(model, _rules);
    }

    /// <summary>Version of the catalogue.</summary>
    public string Version => _rules.Catalogue.Version;

    internal Rulebook Rules => _rules;

    public void Dispose() => _model?.Dispose();

    /// <param name="channel">Where the text was posted, such as <c>telegram</c>; null where that is not known.</param>
    public ScreeningResult Screen(string text, string? channel = null)
    {
        var reading = Read(text, channel);
        var facts = ReadFacts.Of(_rules, reading);
        var language = _rules.Languages.Guess(reading.Words);
        if (_model is null)
            return ByRules(reading, facts, language);

        var sums = _model.Sum(reading);
        var context = _model.Context(sums, facts);
        var conclusion = Conclusion.Of(_rules, reading, facts, context);
        var why = _model.Explain(sums, reading, facts);
        var topics = new Topics(
            Explanation.Logistic(_model.LogOdds(Head.Fraud, sums, facts)), Explanation.Logistic(_model.LogOdds(Head.Gambling, sums, facts)));
        return new ScreeningResult(
            why.Score, Bands.Of(why.Score), context, DangerOf(facts, _model.Danger(sums, facts), context, why.Score), language, conclusion.Signals, reading.Entities,
            topics, why, _rules.Catalogue.Version, _model.Version);
    }

    /// <summary>Reads what stands in a text, before anything is concluded from it.</summary>
    internal TextReading Read(string text, string? channel = null)
    {
        // Half a character at the cut is dropped by the reading form, as any other half is.
        var original = text.Length <= MaxTextLength ? text : text[..MaxTextLength];
        var normalised = NormalisedText.Of(original);
        var words = _rules.Read(original, normalised);
        var all = _rules.FindAll(words);
        if (_rules.Evasion is { } evasion && Disguises.Of(original, normalised, words, _rules.Vocabulary) is [var disguised, ..])
            all.Insert(all.FindLastIndex(hit => hit.First <= disguised) + 1, new PhraseIndex.Hit(evasion, disguised, disguised));
        var hits = _rules.OfFacts(all);
        var isNegation = new bool[words.Count];
        foreach (var hit in hits)
            isNegation[hit.Last] |= hit.Number == _rules.Negation;
        return new TextReading(
            original, normalised, words, hits, isNegation, Sentences.Warn(_rules, normalised, words, hits), Quotes.Of(original),
            _entities.Find(original, normalised, words, all, channel));
    }

    private ScreeningResult ByRules(TextReading reading, Facts facts, string language)
    {
        var context = RuleContext.Of(_rules, reading, facts);
        var conclusion = Conclusion.Of(_rules, reading, facts, context);
        var score = 1 - Math.Exp(-conclusion.Points / ScoreScale * (facts.Has(_rules.Work) ? 1 : 0.5));
        return new ScreeningResult(
            score, Bands.Of(score), context, DangerOf(facts, Danger.None, context, score), language, conclusion.Signals, reading.Entities,
            Topics.Unknown, null, _rules.Catalogue.Version, null);
    }

    /// <summary>An active offer with danger signs is looked at the same day (P2) even where nobody says to be in danger.</summary>
    /// <param name="byModel">What the model says; it may raise what the rules say, never lower it.</param>
    private Danger DangerOf(Facts facts, Danger byModel, string context, double score)
    {
        var danger = DangerReader.Worse(DangerReader.Of(_rules, facts), byModel);
        return danger == Danger.None && context == Contexts.Offer && Bands.Of(score) == Band.DangerSigns ? Danger.P2 : danger;
    }
}
