using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Writes a day by ISO 8601, and reads it again.</summary>
internal sealed class CalendarDayFormat : JsonConverter<CalendarDay>
{
    public override CalendarDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var parts = text.TrimStart('-').Split('-');
        int? year = parts.Length == 3 && Part(parts[0]) is var number and > 0 ? number : null;
        return parts.Length >= 2 && CalendarDay.Of(year, Part(parts[^2]), Part(parts[^1])) is { } day && day.ToString() == text
            ? day
            : throw new JsonException($"'{text}' is no day.");
    }

    public override void Write(Utf8JsonWriter writer, CalendarDay value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    private static int Part(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0;
}
