using System.Collections.Frozen;

namespace Terjaga.Screening.Identifiers;

/// <summary>Words of a gazetteer that are looked up one by one, where the text already tells what to expect.</summary>
internal sealed class Spellings
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _stops, _placeAfter, _nameAfter, _wordlike;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _cautious, _capitals;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _signs, _hosts;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _local;

    public Spellings(Gazetteer gazetteer)
    {
        var (places, words) = (gazetteer.Places, gazetteer.Words);
        _stops = Set(words.Words.Where(row => row.Kind == WordKind.Stop).SelectMany(row => row.Words));
        (_placeAfter, _nameAfter) = (Set(places.PlaceAfter), Set(places.NameAfter));
        (_cautious, _capitals) = (Set(places.Cautious), Set(places.Capitals));
        _wordlike = Set(words.WordlikeSuffixes);
        _signs = Map(words.Words, WordKind.CurrencySign, WordKind.CurrencyFamilySign);
        _hosts = Map(words.Words, WordKind.PlatformHost, WordKind.PlatformHost);
        _local = words.LocalCurrencies;
    }

    public bool IsStop(ReadOnlySpan<char> word) => _stops.Contains(word);

    /// <summary>Whether a place may follow, as after <c>ke</c>.</summary>
    public bool LeadsToPlace(ReadOnlySpan<char> word) => _placeAfter.Contains(word);

    /// <summary>Whether a person is named next, as after <c>pak</c>.</summary>
    public bool LeadsToName(ReadOnlySpan<char> word) => _nameAfter.Contains(word);

    public bool IsCautious(ReadOnlySpan<char> name) => _cautious.Contains(name);

    public bool NeedsCapitals(ReadOnlySpan<char> name) => _capitals.Contains(name);

    public bool IsWordlikeSuffix(ReadOnlySpan<char> label) => _wordlike.Contains(label);

    /// <summary>A currency or family of a sign such as <c>nt$</c>; null for what is no sign.</summary>
    public string? Sign(ReadOnlySpan<char> sign) => _signs.TryGetValue(sign, out var currency) ? currency : null;

    /// <summary>The platform of a host; null for any other one.</summary>
    public string? PlatformOf(ReadOnlySpan<char> host) => _hosts.TryGetValue(host, out var platform) ? platform : null;

    /// <summary>The currency of a family in a country, or the one of its family that the text names; one that is no family is its own.</summary>
    /// <param name="country">Null where the text names none.</param>
    public string Currency(string familyOrCode, string? country, List<Money> sums)
    {
        if (!_local.TryGetValue(familyOrCode, out var byCountry))
            return familyOrCode;
        if (country is not null && byCountry.TryGetValue(country, out var local))
            return local;
        var named = sums.Where(sum => sum.Currency is { } currency && byCountry.Values.Contains(currency)).Select(sum => sum.Currency!).Distinct().ToList();
        return named is [var only] ? only : byCountry.GetValueOrDefault("*") ?? familyOrCode;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Map(
        IEnumerable<WordRow> rows, WordKind kind, WordKind other) => rows.Where(row => row.Kind == kind || row.Kind == other)
            .SelectMany(row => row.Words.Select(word => (word, row.Value))).DistinctBy(pair => pair.word)
            .ToFrozenDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
