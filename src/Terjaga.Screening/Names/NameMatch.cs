namespace Terjaga.Screening.Names;

/// <summary>A listed name that a written one is taken to mean.</summary>
/// <param name="Number">Place of the listed name in the list that the index was made of.</param>
/// <param name="IsSame">True where only legal form, order, case, old spelling or a usual abbreviation differ; false where letters do.</param>
/// <param name="Likeness">0 to 1; 1 where every word is the same.</param>
public readonly record struct NameMatch(int Number, bool IsSame, double Likeness);
