namespace Terjaga.Screening.Identifiers;

/// <summary>A sum or a range of sums in a text.</summary>
/// <param name="Currency">A currency or family of currencies; null where the text names none.</param>
/// <param name="HasMagnitude">Whether a word such as <c>juta</c> stands with it.</param>
/// <param name="Start">In the reading form.</param>
internal readonly record struct Money(
    decimal? Min, decimal? Max, string? Currency, bool HasMagnitude, int Start, int End, int FirstToken, int LastToken);
