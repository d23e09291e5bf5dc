using Terjaga.Screening.Identifiers;

namespace Terjaga.Screening.Rules;

/// <summary>Says what is true of a text before its context is known.</summary>
internal static class ReadFacts
{
    /// <summary>Everything but the danger signs of offers, which depend on the context.</summary>
    public static Facts Of(Rulebook rules, TextReading reading)
    {
        var facts = new Facts(rules.Names.Count);
        AddWords(rules, reading, facts);
        AddEntities(rules.Names, reading.Entities, facts);
        if (reading.Text.Text.Contains('?'))
            facts.Add(rules.Names.Number("mark:question"));
        if (reading.Quotes.Count > 0)
            facts.Add(rules.Names.Number("mark:quote"));
        return facts;
    }

    private static void AddWords(Rulebook rules, TextReading reading, Facts facts)
    {
        var idiomEnd = -1;
        foreach (var hit in reading.Hits)
        {
            if (hit.Number == rules.Idiom)
                idiomEnd = Math.Max(idiomEnd, hit.Last);
            if (rules.IsSignal(hit.Number))
            {
                if (rules.IsDanger(hit.Number) && hit.Last > idiomEnd && !SignalReader.IsNegated(reading, hit))
                    facts.Add(hit.Number, hit.First);
            }
            else if (hit.Number == rules.Warning || hit.Number == rules.Idiom || (hit.Last > idiomEnd && !reading.IsWarning[hit.First]))
            {
                facts.Add(hit.Number, hit.First);
            }
        }
    }

    private static void AddEntities(FactNames names, Entities entities, Facts facts)
    {
        Add("has:phone", entities.Phones.Count);
        Add("has:account", entities.Accounts.Count);
        Add("has:link", entities.Urls.Count);
        Add("has:handle", entities.Handles.Count);
        Add("has:agency", entities.Agencies.Count);
        Add("has:country", entities.Countries.Count);
        Add("has:wage", entities.Wages.Count);
        Add("has:fee", entities.Fees.Count);
        Add("has:licence", entities.Licences.Count);
        Add("has:minor", entities.Ages.Count(age => age.IsMinor));
        Add("has:deadline", entities.HasDeadline ? 1 : 0);
        Add("host:shortener", (int)(entities.HostTraits & HostTraits.Shortener));
        Add("host:lookalike", (int)(entities.HostTraits & HostTraits.Lookalike));
        Add("host:official", (int)(entities.HostTraits & HostTraits.Official));

        void Add(string name, int count)
        {
            if (count > 0)
                facts.Add(names.Number(name));
        }
    }
}
