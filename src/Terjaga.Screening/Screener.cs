namespace Terjaga.Screening;

/// <summary>Reads texts as a careful officer would, and says why. Holds no state of any text; any number of threads may use it.</summary>
public sealed class Screener(Catalogue catalogue)
{
    /// <summary>Longest text that is read, in UTF-16 units; of a longer one the beginning.</summary>
    public const int MaxTextLength = 60_000;

    /// <summary>How close before a phrase a negation must stand, in words, without punctuation between.</summary>
    private const int NegationReach = 3;

    /// <summary>Warning words from which a text is taken to speak about deceptive offers, and not to make one.</summary>
    private const int WarningWords = 2;

    /// <summary>Points at which a score reaches 63 %: one sign of high and one of low weight in an offer.</summary>
    private const double ScoreScale = 4;

    private readonly PhraseIndex _phrases = new(
        catalogue.Signals.SelectMany((signal, number) => signal.Phrases.Select(phrase => (phrase, number))));

    private readonly PhraseIndex _words = new(
    [
        .. catalogue.Context.Negation.Select(word => (word, (int)Use.Negation)),
        .. catalogue.Context.Warning.Select(word => (word, (int)Use.Warning)),
        .. catalogue.Context.Work.Select(word => (word, (int)Use.Work)),
        .. catalogue.Context.Danger.Select(phrase => (phrase, (int)Use.Danger)),
    ]);

    private enum Use
    {
        Negation,
        Warning,
        Work,
        Danger,
    }

    public ScreeningResult Screen(string text)
    {
        // Half a character at the cut is dropped by the reading form, as any other half is.
        var read = text.Length <= MaxTextLength ? text : text[..MaxTextLength];
        var normalised = NormalisedText.Of(read);
        var tokens = Tokens.Split(normalised.Text);
        var uses = _words.Find(normalised.Text, tokens);
        var isWarning = uses.Count(hit => hit.Number == (int)Use.Warning) >= WarningWords;
        var isWork = uses.Exists(hit => hit.Number == (int)Use.Work);

        var reading = new Reading(normalised, tokens, uses, isWarning, Quotes.Of(read));
        var signals = See(reading);
        var points = signals.Sum(signal => signal.Points);
        var score = 1 - Math.Exp(-points / ScoreScale * (isWork ? 1 : 0.5));
        var links = LinkFinder.Find(read);
        return new ScreeningResult(
            score, Bands.Of(score), isWarning ? "warning" : isWork && points > 0 ? "offer" : "other",
            uses.Exists(hit => hit.Number == (int)Use.Danger) ? Danger.P0 : Danger.None, Languages.Guess(normalised.Text, tokens),
            signals,
            new Entities(PhoneFinder.Find(read), [], links, LinkFinder.Hosts(links), LinkFinder.Handles(links), [], [], []),
            catalogue.Version, null);
    }

    /// <summary>All signals in order; of each, only the first that is offered gives points.</summary>
    private List<SeenSignal> See(Reading reading)
    {
        var signals = new List<SeenSignal>();
        var counted = new HashSet<int>();
        foreach (var hit in _phrases.Find(reading.Text.Text, reading.Tokens))
        {
            var signal = catalogue.Signals[hit.Number];
            var start = reading.Text.Origin(reading.Tokens[hit.FirstToken].Start);
            var end = reading.Text.Origin(reading.Tokens[hit.LastToken].End);
            var state = StateOf(reading, hit, start, end);
            var points = state == SignalState.Offered && counted.Add(hit.Number) ? 1 + (int)signal.Severity : 0;
            signals.Add(new SeenSignal(signal.Id, start, end, state, points));
        }

        return signals;
    }

    private static SignalState StateOf(Reading reading, PhraseIndex.Hit hit, int start, int end)
    {
        if (reading.Quotes.Exists(quote => quote.Start < start && end <= quote.End))
            return SignalState.Quoted;
        for (var at = hit.FirstToken; at > 0 && at > hit.FirstToken - NegationReach && !reading.Tokens[at].AfterBreak; at--)
        {
            var before = at - 1;
            if (reading.Uses.Exists(use => use.Number == (int)Use.Negation && use.LastToken == before))
                return SignalState.Negated;
        }

        return reading.IsWarning ? SignalState.Mentioned : SignalState.Offered;
    }

    private sealed record Reading(
        NormalisedText Text, List<Tokens.Token> Tokens, List<PhraseIndex.Hit> Uses, bool IsWarning, List<Quotes.Quote> Quotes);
}
