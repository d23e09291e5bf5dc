namespace Terjaga.Screening.Rules;

/// <summary>What the rules say of a text once its context is known.</summary>
/// <param name="Facts">With the signs that are offered and the combinations that hold.</param>
/// <param name="Points">Of all signs that are offered, each once, and of the combinations.</param>
internal sealed record Conclusion(IReadOnlyList<SeenSignal> Signals, Facts Facts, int Points)
{
    /// <summary>Signs of one category beyond this number say nothing new (docs/quality.md).</summary>
    private const int MaxOfCategory = 2;

    public static Conclusion Of(Rulebook rules, TextReading reading, Facts facts, string context)
    {
        facts.Add(rules.Names.Number(FactNames.OfContext(context)));
        var signals = new List<SeenSignal>();
        var categories = new Dictionary<string, int>(StringComparer.Ordinal);
        var points = 0;
        foreach (var hit in reading.Hits)
        {
            if (!rules.IsSignal(hit.Number))
                continue;
            var signal = rules.Catalogue.Signals[hit.Number];
            var state = SignalReader.StateOf(rules, reading, hit, context, facts);
            var (start, end) = (reading.Start(hit.First), reading.End(hit.Last));
            if (signals.Exists(seen => seen.Id == signal.Id && seen.State == state && seen.End > start))
                continue;
            var isNew = state == SignalState.Offered && signal.Category != Signal.DangerCategory && !facts.Has(hit.Number);
            var worth = 0;
            if (isNew)
            {
                facts.Add(hit.Number);
                var sameCategory = categories[signal.Category] = categories.GetValueOrDefault(signal.Category) + 1;
                worth = sameCategory <= MaxOfCategory ? 1 + (int)signal.Severity : 0;
            }

            points += worth;
            signals.Add(new SeenSignal(signal.Id, start, end, state, worth));
        }

        for (var i = 0; i < rules.Combinations.Length; i++)
        {
            if (!rules.Combinations[i].Holds(facts))
                continue;
            var rule = rules.Catalogue.Combinations[i];
            facts.Add(rules.Names.Number(FactNames.OfRule(rule.Id)));
            points += rule.Points;
        }

        return new Conclusion(signals, facts, points);
    }
}
