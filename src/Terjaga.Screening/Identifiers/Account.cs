using System.Text.Json.Serialization;

namespace Terjaga.Screening.Identifiers;

/// <summary>A bank account or electronic wallet that money is to go to.</summary>
/// <param name="Bank">As banks call themselves; null where the text names none.</param>
/// <param name="Number">Digits only.</param>
/// <param name="Holder">As written; null where the text names none.</param>
public sealed record Account(
    string? Bank, string Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Holder);
