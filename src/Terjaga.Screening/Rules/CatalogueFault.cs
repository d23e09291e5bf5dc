namespace Terjaga.Screening.Rules;

/// <summary>A mistake in a catalogue.</summary>
/// <param name="Line">Of the file, counted from 1.</param>
/// <param name="Code"><c>catalogue.unreadable</c>, <c>catalogue.duplicate</c>, <c>catalogue.unreachable</c>,
/// <c>catalogue.over-general</c>, <c>catalogue.contradictory</c> or <c>catalogue.unknown-name</c>.</param>
public sealed record CatalogueFault(int Line, string Code, string Message);
