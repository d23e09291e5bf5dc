using System.Text.Json;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Rules;

/// <summary>Finds what an officer would not want in a catalogue, each with its line, before it goes live.</summary>
public static class CatalogueChecker
{
    /// <summary>Shortest phrase of a single word, in letters and digits: shorter ones stand in every text.</summary>
    private const int MinSingle = 3;

    /// <summary>All faults, by line; none for a catalogue that may go live.</summary>
    public static IReadOnlyList<CatalogueFault> Check(string json, Gazetteer gazetteer)
    {
        Dictionary<string, int> lines;
        try
        {
            lines = JsonLines.Read(json);
        }
        catch (JsonException exception)
        {
            return [new CatalogueFault((int)(exception.LineNumber ?? 0) + 1, "catalogue.unreadable", exception.Message)];
        }

        Catalogue catalogue;
        try
        {
            catalogue = Catalogue.Parse(json);
        }
        catch (CatalogueException exception)
        {
            return [new CatalogueFault(LineOf(lines, (exception.InnerException as JsonException)?.Path), "catalogue.unreadable", exception.Message)];
        }

        var faults = new List<CatalogueFault>();
        CheckNames(catalogue, lines, faults);
        if (faults.Count == 0)
            CheckPhrases(catalogue, new Rulebook(catalogue, gazetteer), lines, faults);
        return [.. faults.OrderBy(fault => fault.Line)];
    }

    private static void CheckNames(Catalogue catalogue, Dictionary<string, int> lines, List<CatalogueFault> faults)
    {
        foreach (var list in WordLists.All.Where(list => !catalogue.Words.ContainsKey(list)))
            faults.Add(new CatalogueFault(LineOf(lines, "words"), "catalogue.unknown-name", $"The list of words '{list}' is missing."));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < catalogue.Signals.Count; i++)
        {
            if (!ids.Add(catalogue.Signals[i].Id))
                faults.Add(new CatalogueFault(LineOf(lines, $"signals[{i}]"), "catalogue.duplicate", $"The signal {catalogue.Signals[i].Id} stands there twice."));
        }

        var names = new FactNames(ids, catalogue.Words.Keys, catalogue.Combinations.Select(rule => rule.Id));
        for (var i = 0; i < catalogue.Signals.Count; i++)
            CheckRule(catalogue.Signals[i].Id, [], catalogue.Signals[i].Needs, names, LineOf(lines, $"signals[{i}].needs", $"signals[{i}]"), faults);
        for (var i = 0; i < catalogue.Combinations.Count; i++)
            CheckRule(catalogue.Combinations[i].Id, catalogue.Combinations[i].None, catalogue.Combinations[i].All, names, LineOf(lines, $"combinations[{i}]"), faults);
        for (var i = 0; i < catalogue.Dangers.Count; i++)
            CheckRule(catalogue.Dangers[i].Id, catalogue.Dangers[i].None, catalogue.Dangers[i].All, names, LineOf(lines, $"dangers[{i}]"), faults);
    }

    private static void CheckRule(
        string id, IReadOnlyList<string> none, IReadOnlyList<string> all, FactNames names, int line, List<CatalogueFault> faults)
    {
        foreach (var name in all.SelectMany(fact => fact.Split('|')).Concat(none).Where(name => names.Find(name) is null))
            faults.Add(new CatalogueFault(line, "catalogue.unknown-name", $"{id} asks for '{name}', which is no signal, word list or fact."));
        foreach (var both in all.Intersect(none))
            faults.Add(new CatalogueFault(line, "catalogue.contradictory", $"{id} wants '{both}' and forbids it."));
    }

    private static void CheckPhrases(Catalogue catalogue, Rulebook rules, Dictionary<string, int> lines, List<CatalogueFault> faults)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < catalogue.Signals.Count; i++)
        {
            for (var j = 0; j < catalogue.Signals[i].Phrases.Count; j++)
            {
                var phrase = catalogue.Signals[i].Phrases[j];
                CheckPhrase(phrase, catalogue.Signals[i].Id, i, rules, owners, LineOf(lines, $"signals[{i}].phrases[{j}]"), faults);
            }
        }

        foreach (var list in new[] { WordLists.Warning, WordLists.Idiom })
        {
            for (var j = 0; j < catalogue.Words[list].Count; j++)
            {
                if (owners.TryGetValue(Key(rules, catalogue.Words[list][j]), out var signal))
                    faults.Add(new CatalogueFault(LineOf(lines, $"words.{list}[{j}]"), "catalogue.contradictory", $"'{catalogue.Words[list][j]}' is a phrase of {signal} and a word of the list {list}."));
            }
        }
    }

    private static void CheckPhrase(
        string phrase, string id, int number, Rulebook rules, Dictionary<string, string> owners, int line, List<CatalogueFault> faults)
    {
        var words = rules.Read(phrase, NormalisedText.Of(phrase));
        if (!rules.FindAll(words).Exists(hit => hit.Number == number && hit.First == 0 && hit.Last == words.Count - 1))
        {
            faults.Add(new CatalogueFault(line, "catalogue.unreachable", $"'{phrase}' of {id} can never be found: its words are read in another way."));
            return;
        }

        if (words is [var single] && single.End - single.Start < MinSingle && !char.IsSurrogate(phrase[0]))
            faults.Add(new CatalogueFault(line, "catalogue.over-general", $"'{phrase}' of {id} is a single word of fewer than {MinSingle} characters."));
        else if (words.TrueForAll(word => rules.Languages.IsSmall(word.Number)))
            faults.Add(new CatalogueFault(line, "catalogue.over-general", $"'{phrase}' of {id} has only words that stand in every text."));
        if (!owners.TryAdd(Key(rules, phrase), id))
            faults.Add(new CatalogueFault(line, "catalogue.duplicate", $"'{phrase}' of {id} is read like another phrase of {owners[Key(rules, phrase)]}."));
    }

    private static string Key(Rulebook rules, string phrase) =>
        string.Join(' ', rules.Read(phrase, NormalisedText.Of(phrase)).Select(word => word.Number));

    private static int LineOf(Dictionary<string, int> lines, string? path, string? other = null)
    {
        var place = (path ?? "").TrimStart('$').TrimStart('.');
        return lines.TryGetValue(place, out var line) || (other is not null && lines.TryGetValue(other, out line)) ? line : 1;
    }
}
