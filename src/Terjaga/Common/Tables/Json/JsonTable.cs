using System.Text.Json;

namespace Terjaga.Common.Tables.Json;

/// <summary>A table in JSON: an array of flat objects, or an object whose first array holds them.</summary>
internal static class JsonTable
{
    public static OpenTable Open(Stream file)
    {
        var tokens = new JsonTokens(file);
        if (tokens.Take() == JsonTokenType.StartArray)
            return new OpenTable(TableFormat.Json, new Dictionary<string, string>(), JsonRows.Read(tokens));

        var properties = Properties(tokens);
        tokens = new JsonTokens(file);
        while (tokens.Take() != JsonTokenType.StartArray || tokens.Depth != 1)
        {
            // What stands above the rows is known already.
        }

        return new OpenTable(TableFormat.Json, properties, JsonRows.Read(tokens));
    }

    /// <summary>The scalars of the object, also those below its rows. Ends at the end of the text.</summary>
    private static IReadOnlyDictionary<string, string> Properties(JsonTokens tokens)
    {
        var properties = new RowDraft(1);
        var hasRows = false;
        while (tokens.Take() != JsonTokenType.EndObject)
        {
            var name = JsonRows.NameOf(tokens);
            hasRows |= tokens.Take() == JsonTokenType.StartArray;
            if (tokens.Type is JsonTokenType.StartArray or JsonTokenType.StartObject)
                tokens.Skip();
            else
                JsonRows.AddScalar(properties, name, tokens);
        }

        tokens.Next();
        return hasRows ? properties.FinishWhole() : throw new TableFileException(new Problem("table.empty"));
    }
}
