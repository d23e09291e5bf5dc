using Terjaga.Screening.Identifiers;

namespace Terjaga.Screening;

/// <summary>What the engine saw in one text, as the contract of <c>screen</c> writes it.</summary>
/// <param name="Score">0 to 1; rises with the likelihood that a careful officer calls the text a deceptive offer.</param>
/// <param name="Why">Every point of the score; null where no model is used, and the points of the signals are all.</param>
/// <param name="Rules">Version of the catalogue.</param>
/// <param name="Model">Null while no model is used.</param>
public sealed record ScreeningResult(
    double Score, Band Band, string Context, Danger Danger, string Language, IReadOnlyList<SeenSignal> Signals,
    Entities Entities, Topics Topics, Explanation? Why, string Rules, string? Model)
{
    /// <summary>Given back as it came; null for a text without one.</summary>
    public string? Id { get; init; }
}
