namespace Terjaga.Common.Tables;

/// <summary>One row of a table file.</summary>
/// <param name="Number">As a person counts in the file: from 1, with the header and what stands above it.</param>
/// <param name="Cells">By header; empty cells are left out.</param>
internal sealed record TableRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Why the row cannot be read; null for a good one. The rows after it can.</summary>
    public Problem? Problem { get; init; }
}
