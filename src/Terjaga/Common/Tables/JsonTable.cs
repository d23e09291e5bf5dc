using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Terjaga.Common.Tables;

/// <summary>A JSON array of flat objects, or an object that holds one beside what it says of itself.</summary>
internal sealed class JsonTable : OpenTable
{
    private readonly Stream? _array;

    private readonly JsonElement _rows;

    private readonly JsonDocument? _document;

    private JsonTable(Stream? array, JsonDocument? document, JsonElement rows, IReadOnlyDictionary<string, string> properties)
    {
        (_array, _document, _rows) = (array, document, rows);
        Properties = properties;
    }

    public static async Task<JsonTable> OpenAsync(Stream file, bool isArray, CancellationToken cancellationToken)
    {
        if (isArray)
            return new JsonTable(file, null, default, new Dictionary<string, string>());
        if (file.Length > TableLimits.MaxWholeBytes)
            throw new TableFileException(new Problem("table.too-large", TableLimits.MaxWholeBytes / (1024 * 1024)));
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new TableFileException(new Problem("table.malformed", exception.LineNumber + 1 ?? 1), exception);
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonElement? rows = null;
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array)
                rows ??= property.Value;
            else if (Scalar(property.Value) is { } value && properties.Count < TableLimits.MaxProperties)
                properties[property.Name] = value;
        }

        return rows is { } found
            ? new JsonTable(null, document, found, properties)
            : throw new TableFileException(new Problem("table.empty"));
    }

    public override ValueTask DisposeAsync()
    {
        _document?.Dispose();
        return base.DisposeAsync();
    }

    public override async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_array is null)
        {
            var place = 0;
            foreach (var row in _rows.EnumerateArray())
            {
                Count(++place);
                yield return Row(place, row);
            }

            yield break;
        }

        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(_array, JsonSerializerOptions.Web, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        for (var number = 1; await NextAsync(rows, number); number++)
        {
            Count(number);
            yield return Row(number, rows.Current);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> rows, int number)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (JsonException exception)
        {
            throw new TableFileException(new Problem("table.malformed", number), exception);
        }
    }

    private static TableRow Row(int number, JsonElement row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (row.ValueKind != JsonValueKind.Object)
            return new TableRow(number, cells) { Problem = new Problem("table.row-nested") };
        Problem? problem = null;
        foreach (var property in row.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Null)
                continue;
            if (Cell(property.Value) is not { } cell)
                problem ??= new Problem("table.row-nested");
            else if (cell.Length > TableLimits.MaxCellLength || cells.Count >= TableLimits.MaxColumns)
                problem ??= new Problem("table.cell-too-long");
            else if (cell.Length > 0)
                cells[property.Name] = cell;
        }

        return new TableRow(number, cells) { Problem = problem };
    }

    /// <summary>Several values of one cell are written as one, parted by semicolons; null for what is nested deeper.</summary>
    private static string? Cell(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Scalar(value)?.Trim();
        var values = value.EnumerateArray().Select(Scalar).ToList();
        return values.Contains(null) ? null : string.Join("; ", values);
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <remarks>Half a surrogate pair, escaped, is JSON and no text.</remarks>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
