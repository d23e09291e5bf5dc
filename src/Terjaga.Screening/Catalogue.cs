using System.Text.Json;
using System.Text.Json.Serialization;
using Terjaga.Screening.Rules;

namespace Terjaga.Screening;

/// <summary>All danger signs with their phrases and rules, as an officer keeps them: versioned, dated, sourced.</summary>
/// <param name="Spellings">How words are written in chats, with the word that is meant.</param>
/// <param name="Words">Lists of words and phrases by name; rules ask for them as <c>word:NAME</c>.</param>
public sealed record Catalogue(
    string Version, string AsOf, string Source, IReadOnlyDictionary<string, string> Spellings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words, IReadOnlyList<Signal> Signals,
    IReadOnlyList<CombinationRule> Combinations, IReadOnlyList<DangerRule> Dangers)
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// Reads a catalogue. Throws <see cref="CatalogueException"/> that names the row, so that a mistake of an officer is
    /// found before it goes live.
    /// </summary>
    public static Catalogue Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Catalogue>(json, _format) is { Version.Length: > 0, Signals.Count: > 0 } catalogue
                ? catalogue
                : throw new CatalogueException("The catalogue needs a version and at least one signal.");
        }
        catch (JsonException exception)
        {
            throw new CatalogueException($"The catalogue cannot be read at {exception.Path}: {exception.Message}", exception);
        }
    }
}
