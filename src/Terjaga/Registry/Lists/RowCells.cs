using System.Globalization;

namespace Terjaga.Registry.Lists;

/// <summary>The cells of one row by field; reads them and keeps the first that is wrong.</summary>
internal sealed class RowCells(IReadOnlyDictionary<string, string> cells)
{
    /// <summary>Longest cell of words, in characters; most values of a cell that holds several.</summary>
    public const int MaxLength = 400, MaxValues = 20;

    private static readonly string[] _days =
        ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy/MM/dd"];

    private static readonly CultureInfo _indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>A code such as <c>list.field-missing</c> with its field; null while all was right.</summary>
    public (string Code, string Field)? Fault { get; private set; }

    public string? Words(string field)
    {
        if (!cells.TryGetValue(field, out var cell) || string.IsNullOrWhiteSpace(cell))
            return null;
        if (cell.Length > MaxLength || !PlainText.IsReadable(cell))
            return Wrong<string?>("list.field-invalid", field);
        return string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public string Needed(string field) => Words(field) ?? Wrong("list.field-missing", field, "");

    /// <summary>One of few words, in lower case.</summary>
    /// <param name="usual">What an empty cell means; null where it may not be empty.</param>
    public string OneOf(string field, string? usual, IReadOnlyCollection<string> known)
    {
        var word = (Words(field) ?? usual ?? Needed(field)).ToLowerInvariant();
        return word.Length == 0 || known.Contains(word) ? word : Wrong("list.field-invalid", field, "");
    }

    public DateOnly? Day(string field)
    {
        if (Words(field) is not { } written)
            return null;
        foreach (var culture in new[] { CultureInfo.InvariantCulture, _indonesian })
        {
            if (DateOnly.TryParseExact(written, _days, culture, DateTimeStyles.None, out var day))
                return day;
        }

        return Wrong<DateOnly?>("list.field-invalid", field);
    }

    public int? Whole(string field) => Words(field) is not { } written ? null
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong<int?>("list.field-invalid", field);

    public decimal? Amount(string field) => Words(field) is not { } written ? null
        : decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong<decimal?>("list.field-invalid", field);

    /// <summary>Several values of one cell, parted by semicolons, bars or line breaks.</summary>
    public IReadOnlyList<string> Several(string field, Func<string, string?> read)
    {
        if (!cells.TryGetValue(field, out var cell))
            return [];
        var parts = cell.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > MaxValues)
            return Wrong<IReadOnlyList<string>>("list.field-invalid", field, []);
        var values = parts.Select(read).ToList();
        return values.Contains(null) ? Wrong<IReadOnlyList<string>>("list.field-invalid", field, []) : [.. values.OfType<string>().Distinct()];
    }

    private T Wrong<T>(string code, string field, T instead = default!)
    {
        Fault ??= (code, field);
        return instead;
    }
}
