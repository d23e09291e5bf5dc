namespace Terjaga.Screening.Identifiers;

/// <summary>Hosts that say something about a link, as an officer keeps them: versioned, dated, sourced.</summary>
/// <param name="Shorteners">Registrable domains of short links and of pages of links, which hide where they lead.</param>
/// <param name="OfficialEndings">Endings that are given to governments alone.</param>
/// <param name="Official">Registrable domains of offices under other endings.</param>
/// <param name="Imitated">Names of offices and of their services that others put on.</param>
/// <param name="AddedWords">Words that imitations join to such a name without a hyphen.</param>
/// <param name="NotImitations">Names that are near one of an office and mean something else.</param>
public sealed record HostTable(
    string Version, string AsOf, string Source, IReadOnlyList<string> Shorteners, IReadOnlyList<string> OfficialEndings,
    IReadOnlyList<string> Official, IReadOnlyList<string> Imitated, IReadOnlyList<string> AddedWords,
    IReadOnlyList<string> NotImitations);
