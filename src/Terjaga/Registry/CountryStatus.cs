namespace Terjaga.Registry;

/// <summary>What offices say of work in a country, of all sectors or of one.</summary>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="Sector"><c>any</c>, or one such as <c>domestic</c>.</param>
/// <param name="Status"><c>open-with-permit</c>, <c>official-channel-only</c>, <c>unclear</c>, <c>restricted</c> or <c>closed</c>.</param>
/// <param name="SourceIndonesian">The source in Indonesian; null where its name is the same in both languages.</param>
/// <param name="Since">Day or month of the statement (ISO 8601).</param>
public sealed record CountryStatus(
    string Country, string Sector, string Status, string NoteId, string NoteEn, string? Since, string Source, string? SourceIndonesian, string? Confidence);
