using System.Text.Json;

namespace Terjaga.App.Literacy;

/// <summary>What to do about each danger sign, and how it sounds; data that officers edit.</summary>
public sealed class Lessons
{
    private readonly Dictionary<string, Lesson> _lessons;

    private Lessons(IReadOnlyList<Lesson> rows) => _lessons = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);

    /// <param name="Id">Of the sign in the catalogue.</param>
    /// <param name="ExampleId">An invented sentence, in Indonesian.</param>
    public sealed record Lesson(string Id, string AdviceId, string AdviceEn, string ExampleId);

    private sealed record File(IReadOnlyList<Lesson> Rows);

    /// <summary>Throws <see cref="JsonException"/> on what is no such file.</summary>
    public static Lessons Parse(string json) =>
        JsonSerializer.Deserialize<File>(json, JsonSerializerOptions.Web) is { Rows.Count: > 0 } file ? new Lessons(file.Rows) : throw new JsonException("No lessons.");

    /// <summary>Null for a sign without a lesson of its own.</summary>
    public Lesson? Of(string sign) => _lessons.GetValueOrDefault(sign);
}
