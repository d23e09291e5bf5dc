namespace Terjaga.Common.Tables;

/// <summary>A row while its cells are read.</summary>
internal sealed class RowDraft(int number)
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    private Problem? _problem;

    /// <param name="value">A cell that cannot be kept is left out, and the row says why; null stands for one that is no text.</param>
    public void Add(string column, string? value)
    {
        if (_cells.Count >= TableLimits.Columns)
            throw new TableFileException(new Problem("table.too-many-columns", TableLimits.Columns));
        if (value is null || !PlainText.IsReadable(value))
            Refuse(new Problem("table.cell-unreadable", column));
        else if (value.Length > TableLimits.CellCharacters)
            Refuse(new Problem("table.cell-too-long", column, TableLimits.CellCharacters));
        else if (!string.IsNullOrWhiteSpace(value) && !_cells.TryAdd(column, value))
            Refuse(new Problem("table.cell-repeated", column));
    }

    /// <summary>The first problem of a row is the one it is told by.</summary>
    public void Refuse(Problem problem) => _problem ??= problem;

    /// <summary>Null if there is nothing in the row, not even a problem.</summary>
    public TableRow? Finish() => _cells.Count == 0 && _problem is null ? null : new TableRow(number, _cells, _problem);

    /// <summary>The cells, where one bad cell spoils all: what a file says of itself.</summary>
    public IReadOnlyDictionary<string, string> FinishWhole() => _problem is null ? _cells : throw new TableFileException(_problem);
}
