namespace Terjaga.Common.Tables;

/// <summary>A table file that is being read.</summary>
internal abstract class OpenTable : IAsyncDisposable
{
    /// <summary>What the file says of itself beside its rows, such as its owner.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; protected init; } = new Dictionary<string, string>();

    /// <summary>Rows in the order of the file. Throws <see cref="TableFileException"/> where it cannot be read any further.</summary>
    public abstract IAsyncEnumerable<TableRow> ReadAsync(CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Makes a row of its cells; those that are too many or too long make it a bad one.</summary>
    protected static TableRow Row(int number, TableHeader header, IReadOnlyList<string?> cells)
    {
        var row = new Dictionary<string, string>(header.Names.Count, StringComparer.Ordinal);
        Problem? problem = null;
        for (var i = 0; i < cells.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
                continue;
            var cell = cells[i]!.Trim();
            if (i >= header.Names.Count)
                problem ??= new Problem("table.row-ragged");
            else if (cell.Length > TableLimits.MaxCellLength)
                problem ??= new Problem("table.cell-too-long");
            else if (header.Names[i].Length > 0)
                row[header.Names[i]] = cell;
        }

        return new TableRow(number, row) { Problem = problem };
    }

    /// <summary>Throws where a file has more rows than are read.</summary>
    protected static void Count(int rows)
    {
        if (rows > TableLimits.MaxRows)
            throw new TableFileException(new Problem("table.too-many-rows", TableLimits.MaxRows));
    }
}
