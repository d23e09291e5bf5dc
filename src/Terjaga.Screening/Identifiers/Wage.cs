using System.Text.Json.Serialization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Pay for work that a text speaks about, whoever promises it.</summary>
/// <param name="AmountMin">In whole units of the currency; null for an open side.</param>
/// <param name="AmountMax">Equal to the least for one figure; null for an open side.</param>
/// <param name="Currency">ISO 4217, or USDT.</param>
/// <param name="Period"><c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c> (also where the text does not say), <c>year</c>,
/// <c>task</c> or <c>other</c>.</param>
public sealed record Wage(
    [property: JsonPropertyName("amount_min")] decimal? AmountMin,
    [property: JsonPropertyName("amount_max")] decimal? AmountMax,
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("period")] string Period);
