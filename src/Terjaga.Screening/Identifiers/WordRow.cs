namespace Terjaga.Screening.Identifiers;

/// <summary>Words of one kind that mean the same.</summary>
/// <param name="Value">What they mean: a currency code, a name of a bank, a number.</param>
/// <param name="Digits">For a bank, how many digits its accounts have; null where that is not known.</param>
public sealed record WordRow(WordKind Kind, string Value, IReadOnlyList<string> Words, IReadOnlyList<int>? Digits = null);
