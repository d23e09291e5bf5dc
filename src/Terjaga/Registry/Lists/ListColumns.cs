using System.Text.Json;

namespace Terjaga.Registry.Lists;

/// <summary>Which headers a list may bear for each of its fields; data that officers edit.</summary>
public sealed class ListColumns
{
    /// <summary>Where they are in the folder of data.</summary>
    public const string FileName = "registry/columns.json";

    private readonly Dictionary<(RegistryList List, string Header), string> _fields = [];

    private ListColumns() { }

    private sealed record File(IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Lists);

    /// <summary>Throws <see cref="JsonException"/> on what is no such file, or where one header means two fields.</summary>
    public static ListColumns Parse(string json)
    {
        var columns = new ListColumns();
        var file = JsonSerializer.Deserialize<File>(json, JsonSerializerOptions.Web) ?? throw new JsonException("Empty.");
        foreach (var list in RegistryLists.All)
        {
            foreach (var (field, headers) in file.Lists[RegistryLists.NameOf(list)])
            {
                foreach (var header in headers.Append(field).Select(Simple).Distinct())
                {
                    if (!columns._fields.TryAdd((list, header), field))
                        throw new JsonException($"The header '{header}' means two fields of {list}.");
                }
            }
        }

        return columns;
    }

    /// <summary>The field that a header stands for; null for a column that the desk does not use.</summary>
    public string? FieldOf(RegistryList list, string header) => _fields.GetValueOrDefault((list, Simple(header)));

    /// <summary>Letters and digits alone: "No. SIP3MI" and "no_sip3mi" are the same header.</summary>
    private static string Simple(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
