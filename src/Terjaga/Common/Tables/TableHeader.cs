namespace Terjaga.Common.Tables;

/// <summary>The names of the columns, trimmed; empty for a column without one.</summary>
internal sealed record TableHeader(IReadOnlyList<string> Names)
{
    /// <summary>Throws <see cref="TableFileException"/> where there is none, or one name stands twice.</summary>
    public static TableHeader Of(IEnumerable<string?> cells)
    {
        var names = cells.Select(cell => cell?.Trim() ?? "").ToList();
        if (names.Count > TableLimits.MaxColumns)
            throw new TableFileException(new Problem("table.too-many-columns", TableLimits.MaxColumns));
        var named = names.Where(name => name.Length > 0).ToList();
        if (named.Count == 0)
            throw new TableFileException(new Problem("table.header-missing"));
        return named.Distinct(StringComparer.OrdinalIgnoreCase).Count() == named.Count
            ? new TableHeader(names)
            : throw new TableFileException(new Problem("table.header-repeated"));
    }
}
