using System.Buffers;
using System.Text.Json;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Identifiers;

/// <summary>What the engine knows about the world: places, banks, currencies, platforms, endings of hosts, hosts of offices.</summary>
public sealed record Gazetteer(Places Places, WordTable Words, PublicSuffixList Suffixes, HostTable Hosts)
{
    /// <summary>Number of letters of a country code.</summary>
    private const int CodeLength = 2;

    private static readonly SearchValues<char> _hostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// Reads and checks the four files. Throws <see cref="CatalogueException"/> that names the row, so that a mistake of
    /// an officer is found before it goes live.
    /// </summary>
    /// <param name="suffixes">The public suffix list, as published.</param>
    public static Gazetteer Parse(string places, string words, string suffixes, string hosts)
    {
        var gazetteer = new Gazetteer(
            Read<Places>(places, "places"), Read<WordTable>(words, "words"), PublicSuffixList.Parse(suffixes), Read<HostTable>(hosts, "hosts"));
        CheckPlaces(gazetteer.Places);
        CheckWords(gazetteer.Words);
        CheckHosts(gazetteer.Hosts);
        return gazetteer;
    }

    private static T Read<T>(string json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, _format)
                ?? throw new CatalogueException($"The list of {what} is empty.");
        }
        catch (JsonException exception)
        {
            throw new CatalogueException(
                $"The list of {what} cannot be read at {exception.Path}: {exception.Message}", exception);
        }
    }

    private static void CheckPlaces(Places places)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var country in places.Countries)
        {
            if (country.Code.Length != CodeLength || !country.Code.All(char.IsAsciiLetterUpper))
                throw new CatalogueException($"The country {country.Code} has no code of two capitals.");
            foreach (var name in country.Names)
            {
                CheckPhrase(name, country.Code);
                if (!owners.TryAdd(name, country.Code) && owners[name] != country.Code)
                    throw new CatalogueException($"The name {name} stands under {owners[name]} and {country.Code}.");
            }
        }

        if (places.Cautious.Concat(places.Capitals).FirstOrDefault(name => !owners.ContainsKey(name)) is { } unknown)
            throw new CatalogueException($"The cautious name {unknown} stands under no country.");
    }

    private static void CheckWords(WordTable table)
    {
        foreach (var row in table.Words)
        {
            if (row.Words.Count == 0)
                throw new CatalogueException($"The row {row.Kind} {row.Value} has no words.");
            foreach (var word in row.Words.Where(_ => !WordIndex.IsSpelling(row.Kind)))
                CheckPhrase(word, $"{row.Kind} {row.Value}");
            if (WordIndex.IsNumeric(row.Kind) && !WordIndex.TryNumber(row.Value, out _))
                throw new CatalogueException($"The row {row.Kind} {row.Value} needs a number as its value.");
        }
    }

    private static void CheckHosts(HostTable hosts)
    {
        foreach (var host in hosts.Shorteners.Concat(hosts.OfficialEndings).Concat(hosts.Official).Concat(hosts.Imitated))
        {
            if (host.Length == 0 || host.AsSpan().IndexOfAnyExcept(_hostCharacters) >= 0)
                throw new CatalogueException($"The host '{host}' is not in lower case and punycode.");
        }
    }

    private static void CheckPhrase(string phrase, string row)
    {
        if (Tokens.Split(NormalisedText.Of(phrase).Text).Count == 0)
            throw new CatalogueException($"The row {row} has a phrase without a word: '{phrase}'.");
    }
}
