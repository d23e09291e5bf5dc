using System.Text.Json;
using Terjaga.Registry.Asking;
using Terjaga.Screening;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Casework;

/// <summary>Fills the checklist of a lawful vacancy from what the machine read; the officer changes it and answers for it.</summary>
public sealed class CaseChecklist(VacancyChecklist checklist)
{
    public IReadOnlyList<ChecklistRow> Rows => checklist.Rows;

    /// <param name="screening">The whole answer of the engine as JSON; null where nothing was screened, and then nothing is known.</param>
    /// <param name="registry">What the lists say; null where nobody asked.</param>
    public IReadOnlyDictionary<string, ChecklistState> Fill(string words, string? screening, RegistryAnswer? registry)
    {
        var seen = screening is null ? null : JsonSerializer.Deserialize(screening, ScreeningJson.Default.ScreeningResult);
        if (seen?.Entities is null)
            return checklist.Rows.ToDictionary(row => row.Id, _ => ChecklistState.Unknown);
        var byLists = registry is null ? new Dictionary<string, ChecklistState>() : ChecklistFacts.Of(registry);
        return checklist.Check(words, seen, byLists).ToDictionary(item => item.Id, item => item.State);
    }
}
