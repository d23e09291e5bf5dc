namespace Terjaga.Screening.Identifiers;

/// <summary>A number of a licence or job order that a text claims; whether it exists is asked elsewhere.</summary>
/// <param name="Kind">Such as <c>SIP3MI</c>, <c>NIB</c> or <c>job order</c>.</param>
/// <param name="Number">Upper case, without spaces.</param>
public sealed record Licence(string Kind, string Number);
