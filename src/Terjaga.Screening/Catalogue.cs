using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Screening;

/// <summary>All danger signs with their phrases, as an officer keeps them: versioned, dated, sourced.</summary>
public sealed record Catalogue(
    string Version, string AsOf, string Source, ContextWords Context, IReadOnlyList<Signal> Signals)
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// Reads and checks a catalogue. Throws <see cref="CatalogueException"/> that names the row, so that a mistake of
    /// an officer is found before it goes live.
    /// </summary>
    public static Catalogue Parse(string json)
    {
        Catalogue? catalogue;
        try
        {
            catalogue = JsonSerializer.Deserialize<Catalogue>(json, _format);
        }
        catch (JsonException exception)
        {
            throw new CatalogueException($"The catalogue cannot be read at {exception.Path}: {exception.Message}", exception);
        }

        if (catalogue is not { Version.Length: > 0, Signals.Count: > 0 })
            throw new CatalogueException("The catalogue needs a version and at least one signal.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signal in catalogue.Signals)
        {
            if (!ids.Add(signal.Id))
                throw new CatalogueException($"The signal {signal.Id} stands there twice.");
            if (signal.Phrases.Count == 0)
                throw new CatalogueException($"The signal {signal.Id} has no phrases.");
            if (signal.Phrases.FirstOrDefault(phrase => Tokens.Split(NormalisedText.Of(phrase).Text).Count == 0) is { } empty)
                throw new CatalogueException($"The signal {signal.Id} has a phrase without a word: '{empty}'.");
        }

        return catalogue;
    }
}
