using System.Text;
using System.Text.Json;

namespace Terjaga.Common.Tables.Json;

/// <summary>The flat objects of an array.</summary>
internal static class JsonRows
{
    private const string BetweenValues = "; ";

    /// <summary>Null for an object without any cell.</summary>
    /// <param name="tokens">At the begin of the array; read to the end of the text.</param>
    public static IEnumerable<TableRow?> Read(JsonTokens tokens)
    {
        var columns = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; tokens.Take() != JsonTokenType.EndArray; number++)
            yield return Row(tokens, number, columns);

        while (tokens.Next())
        {
            // What stands below the rows must be JSON too, or the file was cut.
        }
    }

    /// <summary>The name without white space around. Throws <see cref="JsonException"/> if it is none.</summary>
    public static string NameOf(JsonTokens tokens) =>
        tokens.Text?.Trim() is { Length: > 0 and <= TableLimits.HeaderCharacters } name && PlainText.IsReadable(name) ? name : throw new JsonException();

    public static void AddScalar(RowDraft draft, string name, JsonTokens tokens)
    {
        if (tokens.Type != JsonTokenType.Null)
            draft.Add(name, Scalar(tokens));
    }

    private static TableRow? Row(JsonTokens tokens, int number, HashSet<string> columns)
    {
        var draft = new RowDraft(number);
        if (tokens.Type != JsonTokenType.StartObject)
        {
            draft.Refuse(new Problem("table.row-nested"));
            tokens.Skip();
            return draft.Finish();
        }

        while (tokens.Take() != JsonTokenType.EndObject)
        {
            var name = Known(columns, NameOf(tokens));
            if (tokens.Take() == JsonTokenType.StartArray)
                AddArray(draft, name, tokens);
            else if (tokens.Type == JsonTokenType.StartObject)
                SkipNested(draft, tokens);
            else
                AddScalar(draft, name, tokens);
        }

        return draft.Finish();
    }

    /// <summary>One string for each column, not one for each cell.</summary>
    private static string Known(HashSet<string> columns, string name)
    {
        if (columns.TryGetValue(name, out var known))
            return known;
        if (columns.Count == TableLimits.Columns)
            throw new TableFileException(new Problem("table.too-many-columns", TableLimits.Columns));
        if (columns.Sum(column => column.Length) + name.Length > TableLimits.HeaderCharacters)
            throw new TableFileException(new Problem("table.header-invalid", TableLimits.HeaderCharacters));
        columns.Add(name);
        return name;
    }

    private static void AddArray(RowDraft draft, string name, JsonTokens tokens)
    {
        var joined = new StringBuilder();
        var isText = true;
        while (tokens.Take() != JsonTokenType.EndArray)
        {
            if (tokens.Type is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                SkipNested(draft, tokens);
            }
            else if (tokens.Type != JsonTokenType.Null && joined.Length <= TableLimits.CellCharacters)
            {
                var value = Scalar(tokens);
                isText &= value is not null;
                joined.Append(joined.Length > 0 ? BetweenValues : "").Append(value);
            }
        }

        draft.Add(name, isText ? joined.ToString() : null);
    }

    private static void SkipNested(RowDraft draft, JsonTokens tokens)
    {
        draft.Refuse(new Problem("table.row-nested"));
        tokens.Skip();
    }

    private static string? Scalar(JsonTokens tokens) => tokens.Type switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => tokens.Text,
    };
}
