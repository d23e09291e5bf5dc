using System.Text.Json.Serialization;

namespace Terjaga.Screening;

/// <summary>Writes the answer of the engine as JSON, one shape for command line, database and calls.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScreeningResult))]
public sealed partial class ScreeningJson : JsonSerializerContext;
