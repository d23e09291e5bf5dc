using System.Text.Json;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Reads the card of a person or an office as RDAP carries it. What is not exactly so is left out, never guessed.</summary>
/// <remarks>RFC 7095: <c>["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "…"], ["email", {}, "text", "…"]]]</c>.</remarks>
internal static class JCard
{
    /// <summary>Most properties that are looked at, and longest value in characters; RFC 5321 allows a mail address 254.</summary>
    private const int MaxProperties = 100, MaxValueLength = 254;

    /// <summary>Places in a property: its name, its kind of value, its value.</summary>
    private const int NameAt = 0, KindAt = 2, ValueAt = 3;

    /// <summary>The first mail address of an entity that is one; null where there is none.</summary>
    public static string? Mail(JsonElement entity) => Values(entity, "email").FirstOrDefault(Contact.IsMail);

    /// <summary>The name on the card; null where there is none.</summary>
    public static string? Name(JsonElement entity) =>
        Values(entity, "fn").Select(name => name.Trim()).FirstOrDefault(name => name.Length > 0 && !name.Any(char.IsControl) && PlainText.IsReadable(name));

    private static IEnumerable<string> Values(JsonElement entity, string name)
    {
        if (entity.ValueKind != JsonValueKind.Object || !entity.TryGetProperty("vcardArray", out var card) || card.ValueKind != JsonValueKind.Array
            || card.GetArrayLength() != 2 || !Is(card[0], "vcard") || card[1].ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var property in card[1].EnumerateArray().Take(MaxProperties))
        {
            if (property.ValueKind == JsonValueKind.Array && property.GetArrayLength() == ValueAt + 1 && Is(property[NameAt], name) && Is(property[KindAt], "text")
                && property[ValueAt].ValueKind == JsonValueKind.String && property[ValueAt].GetString() is { Length: > 0 and <= MaxValueLength } value)
            {
                yield return value;
            }
        }
    }

    private static bool Is(JsonElement element, string text) => element.ValueKind == JsonValueKind.String && element.ValueEquals(text);
}
