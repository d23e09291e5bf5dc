namespace Terjaga.Registry.Asking;

/// <summary>A contact of a text that is in a list.</summary>
/// <param name="Kind"><c>phone</c>, <c>host</c>, <c>handle</c> or <c>account</c>.</param>
/// <param name="Holder">The company or office that has it.</param>
/// <param name="IsOffice">Of a public office.</param>
public sealed record ContactAnswer(string Kind, string Value, string Holder, bool IsOffice, DateOnly AsOf);
