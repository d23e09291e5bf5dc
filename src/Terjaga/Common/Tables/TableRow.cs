namespace Terjaga.Common.Tables;

/// <summary>One row of a table file.</summary>
/// <param name="Number">As a person counts in the file: the line of a CSV, the row of a sheet, the place in a JSON array; from 1, the header counts.</param>
/// <param name="Cells">By column as the file names it (trimmed); the cells as written. Empty cells are left out.</param>
/// <param name="Problem">
/// Null for a good row; otherwise why this row alone is not to be trusted: <c>table.row-ragged</c>, <c>table.row-nested</c>,
/// <c>table.cell-too-long</c>, <c>table.cell-unreadable</c>, <c>table.cell-repeated</c>. The rows after it still come.
/// </param>
internal sealed record TableRow(int Number, IReadOnlyDictionary<string, string> Cells, Problem? Problem = null);
