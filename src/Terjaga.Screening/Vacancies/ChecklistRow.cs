namespace Terjaga.Screening.Vacancies;

/// <summary>One thing that a lawful vacancy lets a reader see.</summary>
/// <param name="Id">Stable, such as <c>agency-licence</c>.</param>
/// <param name="AskId">What the reader can ask the recruiter.</param>
/// <param name="Basis">Rule that asks for it, as the research of the domain marks it.</param>
/// <param name="FoundBy">Kinds of identifiers that show it, such as <c>wage</c>; <c>registry</c> where only lists can tell.</param>
/// <param name="Phrases">Words that show it.</param>
/// <param name="Contradicts">Signals of the catalogue that say the opposite.</param>
public sealed record ChecklistRow(
    int Number, string Id, string TitleId, string TitleEn, string AskId, string AskEn, string Basis, IReadOnlyList<string> FoundBy,
    IReadOnlyList<string> Phrases, IReadOnlyList<string> Contradicts);
