namespace Terjaga.Common.Tables;

/// <summary>A table file that is being read: what it says of itself, and its rows. The stream stays its caller's.</summary>
internal sealed class OpenTable(
    TableFormat format, IReadOnlyDictionary<string, string> properties, IEnumerable<TableRow?> rows, IDisposable? held = null) : IAsyncDisposable
{
    public TableFormat Format => format;

    /// <summary>
    /// What the file says of itself, complete before the first row: scalars beside the rows of a JSON object, lines
    /// <c># key: value</c> above the header of a CSV; never of a workbook. Empty ones are left out.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties => properties;

    /// <summary>Rows in file order; to be read once. Throws <see cref="TableFileException"/>.</summary>
    public IAsyncEnumerable<TableRow> Rows => GuardedRows.ReadAsync(rows, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        held?.Dispose();
        return ValueTask.CompletedTask;
    }
}
