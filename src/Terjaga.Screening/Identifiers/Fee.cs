using System.Text.Json.Serialization;

namespace Terjaga.Screening.Identifiers;

/// <summary>A sum that a worker is to pay, or that is taken from the pay.</summary>
/// <param name="Purpose">The purpose as the list of words groups it, such as <c>deposit</c> or <c>documents</c>.</param>
/// <param name="Word">The word of the text that tells the purpose.</param>
public sealed record Fee(
    [property: JsonPropertyName("amount_min")] decimal? AmountMin,
    [property: JsonPropertyName("amount_max")] decimal? AmountMax,
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("purpose")] string Purpose,
    [property: JsonPropertyName("word")] string Word);
