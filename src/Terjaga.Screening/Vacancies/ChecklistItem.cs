namespace Terjaga.Screening.Vacancies;

/// <summary>A row of the checklist with what was seen of it.</summary>
/// <param name="Id">Of the <see cref="ChecklistRow"/>.</param>
public sealed record ChecklistItem(string Id, ChecklistState State);
