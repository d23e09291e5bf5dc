using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Accounts;

/// <summary>In JSON an organisation is its code.</summary>
internal sealed class MinistryConverter : JsonConverter<Ministry>
{
    public override Ministry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Ministry.TryParse(reader.GetString(), out var ministry)
            ? ministry
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Ministry value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
