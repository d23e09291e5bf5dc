namespace Terjaga.Screening.Rules;

/// <summary>Guesses the context by words alone, where no model is loaded.</summary>
internal static class RuleContext
{
    /// <summary>Words of warning from which a text is taken to speak about deceptive offers, and not to make one.</summary>
    private const int MinWarnings = 2;

    public static string Of(Rulebook rules, TextReading reading, Facts facts)
    {
        if (reading.Hits.Count(hit => hit.Number == rules.Warning) >= MinWarnings)
            return Contexts.Warning;
        return facts.Has(rules.Work) && reading.Hits.Exists(hit => rules.IsSignal(hit.Number)) ? Contexts.Offer : Contexts.Other;
    }
}
