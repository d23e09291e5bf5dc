using System.Text;
using System.Text.Json;

namespace Terjaga.Screening.Rules;

/// <summary>On which line of a file each value stands, by its place such as <c>signals[3].phrases[5]</c>.</summary>
internal static class JsonLines
{
    private sealed class Level(string path, bool isList)
    {
        public string Path { get; } = path;

        public bool IsList { get; } = isList;

        public int Index { get; set; }

        public string Name { get; set; } = "";

        public string Next => IsList ? $"{Path}[{Index++}]" : Path.Length == 0 ? Name : $"{Path}.{Name}";
    }

    /// <summary>Throws <see cref="JsonException"/> for what is no JSON.</summary>
    public static Dictionary<string, int> Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = false });
        var (lines, levels) = (new Dictionary<string, int>(StringComparer.Ordinal), new Stack<Level>());
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    levels.Peek().Name = reader.GetString() ?? "";
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    levels.Pop();
                    break;
                default:
                    var path = levels.TryPeek(out var level) ? level.Next : "";
                    lines[path] = line;
                    if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                        levels.Push(new Level(path, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }

        return lines;
    }
}
