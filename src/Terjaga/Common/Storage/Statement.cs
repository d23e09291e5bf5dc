namespace Terjaga.Common.Storage;

/// <summary>One statement written by hand, in the SQL that both databases speak.</summary>
/// <param name="Sql">With places <c>$1</c>, <c>$2</c>, which both databases know.</param>
/// <param name="Values">One for each place, in order; null stands for SQL NULL.</param>
public sealed record Statement(string Sql, params object?[] Values);
