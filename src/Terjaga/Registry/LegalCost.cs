namespace Terjaga.Registry;

/// <summary>Whether a worker may be asked to pay for something.</summary>
/// <param name="Country">ISO 3166-1, or <c>*</c>.</param>
/// <param name="Sector">Or <c>*</c>.</param>
/// <param name="Payer"><c>not-worker</c>, <c>worker</c> or <c>contested</c>.</param>
public sealed record LegalCost(
    string Country, string Sector, string ItemId, string ItemEn, string Payer, string? NoteId, string? NoteEn, string Source,
    string? Confidence, string? Since);
