namespace Terjaga.Screening.Identifiers;

/// <summary>The words by which identifiers are read, as an officer keeps them: versioned, dated, sourced.</summary>
/// <param name="LocalCurrencies">Of a family such as <c>dollar</c>, the currency by country; <c>*</c> is the usual one.</param>
/// <param name="WordlikeSuffixes">Endings of hosts that are words too, so that a bare name needs more to be a link.</param>
public sealed record WordTable(
    string Version, string AsOf, string Source, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> LocalCurrencies,
    IReadOnlyList<string> WordlikeSuffixes, IReadOnlyList<WordRow> Words);
