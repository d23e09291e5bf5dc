namespace Terjaga.Common.Tables;

/// <summary>Rows below a header: the first row that has a cell names the columns.</summary>
internal sealed class HeadedRows
{
    private readonly string[] _names;

    /// <remarks>Empty names at the end are what spreadsheets leave behind; an empty one between others hides a column.</remarks>
    private HeadedRows(IReadOnlyList<string?> cells)
    {
        _names = cells.Select(cell => cell?.Trim() ?? "").Reverse().SkipWhile(name => name.Length == 0).Reverse().ToArray();
        if (_names.Length > TableLimits.Columns)
            throw new TableFileException(new Problem("table.too-many-columns", TableLimits.Columns));
        if (Array.IndexOf(_names, "") is >= 0 and var missing)
            throw new TableFileException(new Problem("table.header-missing", missing + 1));
        if (_names.Sum(name => name.Length) > TableLimits.HeaderCharacters || !_names.All(PlainText.IsReadable))
            throw new TableFileException(new Problem("table.header-invalid", TableLimits.HeaderCharacters));
        if (_names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Skip(1).Any()) is { Key: var twice })
            throw new TableFileException(new Problem("table.header-duplicate", twice));
    }

    /// <summary>Null for a row without any cell.</summary>
    public static IEnumerable<TableRow?> Read(IEnumerable<RawRow> rows)
    {
        HeadedRows? header = null;
        foreach (var row in rows)
        {
            if (header is null && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                header = new HeadedRows(row.Cells);
            else
                yield return header?.Name(row);
        }
    }

    private TableRow? Name(RawRow row)
    {
        var draft = new RowDraft(row.Number);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[i]))
                continue;
            if (i < _names.Length)
                draft.Add(_names[i], row.Cells[i]);
            else
                draft.Refuse(new Problem("table.row-ragged", _names.Length));
        }

        return draft.Finish();
    }
}
