using System.Text.Json;

namespace Terjaga.Tests.Registry;

/// <summary>A file of the registry's data, and what of it breaks its rules.</summary>
/// <param name="Name">Path in <c>data/registry</c>.</param>
internal sealed record RegistryFile(string Name, string Text)
{
    /// <summary>Files that hold rows in both languages.</summary>
    public static IReadOnlyList<string> OfRows { get; } =
        ["countries.json", "costs.json", "domains.json", "lessons.json", "checklist.json"];

    private static readonly string _data = Path.Combine(SharedFolder.Root, "data");

    private static readonly string[] _ends = [". ", "? ", "! "];

    public static RegistryFile Read(string name) => new(name, File.ReadAllText(Path.Combine(_data, "registry", name)));

    /// <summary>Reads a file of another folder of data.</summary>
    public static JsonElement Other(string path) => JsonElement.Parse(File.ReadAllText(Path.Combine(_data, path)));

    /// <summary>Codes of all countries (ISO 3166-1).</summary>
    public static HashSet<string> Countries => [.. Other("places/countries.json").GetProperty("countries").EnumerateArray()
        .Select(country => country.GetProperty("code").GetString()!)];

    public JsonElement Json => JsonElement.Parse(Text);

    public IEnumerable<IReadOnlyDictionary<string, string>> Rows => Json.GetProperty("rows").EnumerateArray()
        .Select(row => row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.ToString()));

    /// <summary>Rows of a CSV without quotes, by its header; the lines above it are left out.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Lines()
    {
        var lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    /// <summary>Fields of one language that lack the other, or that are empty.</summary>
    public IEnumerable<string> OneLanguageAlone() => Rows.SelectMany(row => row.Keys
        .Where(key => key.EndsWith("Id", StringComparison.Ordinal) && key != "exampleId")
        .SelectMany(key => new[] { key, key[..^2] + "En" })
        .Where(key => string.IsNullOrWhiteSpace(row.GetValueOrDefault(key)))
        .Select(key => $"{key} of {row.Values.First()}"));

    public IEnumerable<string> SentencesOver(int length) => Rows.SelectMany(row => row)
        .Where(cell => cell.Key.EndsWith("Id", StringComparison.Ordinal) || cell.Key.EndsWith("En", StringComparison.Ordinal))
        .SelectMany(cell => cell.Value.Split(_ends, StringSplitOptions.None))
        .Where(sentence => sentence.Length > length);

    /// <summary>Headers of a list that mean two fields, compared by their letters and figures alone.</summary>
    public IEnumerable<string> HeadersOfTwoFields() => Json.GetProperty("lists").EnumerateObject()
        .SelectMany(list => list.Value.EnumerateObject()
            .SelectMany(field => field.Value.EnumerateArray().Select(header => header.GetString()!).Append(field.Name)
                .Select(Simple).Distinct())
            .GroupBy(header => header).Where(group => group.Count() > 1).Select(group => $"{list.Name}: {group.Key}"));

    private static string Simple(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
