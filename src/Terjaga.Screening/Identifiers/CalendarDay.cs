namespace Terjaga.Screening.Identifiers;

/// <summary>A day as a text writes it.</summary>
/// <param name="Year">Null where the text does not say.</param>
public sealed record CalendarDay(int? Year, int Month, int Day);
