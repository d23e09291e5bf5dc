namespace Terjaga.Screening.Identifiers;

/// <summary>All countries that the engine knows, with the names that need a second look.</summary>
/// <param name="NameAfter">Words such as <c>pak</c>, after which a name of a place is the name of a person.</param>
/// <param name="PlaceAfter">Words such as <c>ke</c>, after which a cautious name is a place.</param>
/// <param name="Cautious">Names that are also something else.</param>
/// <param name="Capitals">Names that count in capitals, and otherwise as the cautious do.</param>
/// <param name="NotPlaces">Phrases with a name in them that name no country, such as <c>bahasa inggris</c>.</param>
public sealed record Places(
    string Version, string AsOf, string Source, IReadOnlyList<string> NameAfter, IReadOnlyList<string> PlaceAfter,
    IReadOnlyList<string> Cautious, IReadOnlyList<string> Capitals, IReadOnlyList<string> NotPlaces,
    IReadOnlyList<Place> Countries);
