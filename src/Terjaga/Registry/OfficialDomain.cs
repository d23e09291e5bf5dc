namespace Terjaga.Registry;

/// <summary>The address of an office on the internet.</summary>
/// <param name="Host">Lower case.</param>
public sealed record OfficialDomain(string Host, string Owner, string? PurposeId, string? PurposeEn, string Source, string? Confidence);
