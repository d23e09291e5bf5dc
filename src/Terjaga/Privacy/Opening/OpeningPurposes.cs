using System.Text.Json;

namespace Terjaga.Privacy.Opening;

/// <summary>For what a sealed contact may be opened, as officers keep it.</summary>
public sealed record OpeningPurposes(string Version, IReadOnlyList<OpeningPurposes.Purpose> Purposes)
{
    /// <summary>Where they are in the folder of data.</summary>
    public const string FileName = "openings.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Source">The rule that allows it.</param>
    public sealed record Purpose(string Code, string Id, string En, string Source);

    /// <summary>Throws <see cref="JsonException"/> where it cannot be read or is empty.</summary>
    public static OpeningPurposes Parse(string json) =>
        JsonSerializer.Deserialize<OpeningPurposes>(json, _format) is { Purposes.Count: > 0 } purposes ? purposes : throw new JsonException("No purpose.");

    public bool Has(string? code) => Purposes.Any(purpose => purpose.Code == code);
}
