namespace Terjaga.Screening.Identifiers;

/// <summary>A country outside Indonesia with everything it is called by: names, cities, nicknames.</summary>
/// <param name="Code">ISO 3166-1, two letters.</param>
public sealed record Place(string Code, IReadOnlyList<string> Names);
