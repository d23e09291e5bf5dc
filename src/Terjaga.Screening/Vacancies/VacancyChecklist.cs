using System.Text.Json;
using Terjaga.Screening.Reading;
using Terjaga.Screening.Rules;

namespace Terjaga.Screening.Vacancies;

/// <summary>Holds a vacancy against what a lawful one lets a reader see, row by row. Any number of threads may use it.</summary>
/// <remarks>The rows are data (docs/screening.md); UU 18/2017 articles 5, 13, 15 and 30 and Permen P2MI 1 and 2/2025, as the research reports them.</remarks>
public sealed class VacancyChecklist
{
    /// <summary>A row that only lists can tell.</summary>
    private const string Registry = "registry";

    private readonly PhraseIndex _phrases;

    private readonly WordReader _reader;

    private VacancyChecklist(IReadOnlyList<ChecklistRow> rows)
    {
        Rows = rows;
        var phrases = rows.SelectMany((row, number) => row.Phrases.Select(phrase => (phrase, number))).ToList();
        var vocabulary = new Vocabulary(phrases.SelectMany(pair => Rulebook.WordsOf(pair.phrase)), []);
        _phrases = new PhraseIndex(phrases, vocabulary);
        _reader = new WordReader(vocabulary);
    }

    private sealed record File(IReadOnlyList<ChecklistRow> Rows);

    public IReadOnlyList<ChecklistRow> Rows { get; }

    /// <summary>Throws <see cref="JsonException"/> on what is no such file.</summary>
    public static VacancyChecklist Parse(string json) =>
        JsonSerializer.Deserialize<File>(json, JsonSerializerOptions.Web) is { Rows.Count: > 0 } file
            ? new VacancyChecklist(file.Rows)
            : throw new JsonException("The checklist has no rows.");

    /// <param name="byLists">What lists say of a row, by its id; a row that is not there is unknown to them.</param>
    public IReadOnlyList<ChecklistItem> Check(string text, ScreeningResult seen, IReadOnlyDictionary<string, ChecklistState> byLists)
    {
        var hits = new List<PhraseIndex.Hit>();
        _phrases.Find(_reader.Read(text, NormalisedText.Of(text)), hits);
        var named = hits.Select(hit => hit.Number).ToHashSet();
        var offered = seen.Signals.Where(signal => signal.State == SignalState.Offered).Select(signal => signal.Id).ToHashSet();
        return [.. Rows.Select((row, number) => new ChecklistItem(row.Id, StateOf(row, number)))];

        ChecklistState StateOf(ChecklistRow row, int number)
        {
            if (byLists.TryGetValue(row.Id, out var state) && state == ChecklistState.Contradicts)
                return state;
            if (row.Contradicts.Any(offered.Contains))
                return ChecklistState.Contradicts;
            if (named.Contains(number) || row.FoundBy.Any(kind => Has(seen, kind)))
                return ChecklistState.Present;
            return row.FoundBy.Contains(Registry) ? byLists.GetValueOrDefault(row.Id, ChecklistState.Unknown) : ChecklistState.Absent;
        }
    }

    private static bool Has(ScreeningResult seen, string kind) => kind switch
    {
        "agency" => seen.Entities.Agencies.Count > 0,
        "country" => seen.Entities.Countries.Count > 0,
        "wage" => seen.Entities.Wages.Count > 0,
        "host" => seen.Entities.Hosts.Count > 0,
        "age" => seen.Entities.Ages.Count > 0,
        "date" => seen.Entities.Dates.Count > 0,
        "fee" => seen.Entities.Fees.Count > 0,
        _ => false,
    };
}
