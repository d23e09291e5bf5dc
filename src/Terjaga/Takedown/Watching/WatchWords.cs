using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Watching;

/// <summary>Words by which a page says that its content is gone or that a visitor must sign in; dated rows with their source, read from the folder of data.</summary>
public sealed class WatchWords
{
    /// <summary>Where the rows are in the folder of data.</summary>
    public const string FileName = "watching.json";

    private readonly IReadOnlyList<Row> _rows;

    private WatchWords(IReadOnlyList<Row> rows) => _rows = rows;

    /// <summary>What a row is about.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
    public enum Kind
    {
        /// <summary>Said where content was removed.</summary>
        Removed,

        /// <summary>Said to visitors who must sign in.</summary>
        SignIn,

        /// <summary>A segment of the path to which such visitors are led.</summary>
        SignInPath,
    }

    /// <param name="Words">In lower case, one space between two words, with the plain apostrophe.</param>
    /// <param name="To">The last day; null while it holds.</param>
    public sealed record Row(Kind Kind, string Words, string Source, DateOnly From, DateOnly? To);

    private sealed record File(IReadOnlyList<Row>? Rows);

    /// <summary>Throws <see cref="InvalidDataException"/> where there is no row, or one without words or source.</summary>
    public static WatchWords Read(string dataFolder) => Parse(System.IO.File.ReadAllText(Path.Combine(dataFolder, FileName)));

    /// <inheritdoc cref="Read"/>
    public static WatchWords Parse(string json) =>
        JsonSerializer.Deserialize<File>(json, JsonSerializerOptions.Web)?.Rows is { Count: > 0 } rows && rows.All(row => row is { Words.Length: > 0, Source.Length: > 0 })
            ? new WatchWords(rows)
            : throw new InvalidDataException($"{FileName} has a row that is none.");

    /// <summary>Whether a page says so on a day.</summary>
    public bool Say(Kind kind, string? text, DateOnly day)
    {
        if (text is null)
            return false;
        var words = text.Replace('\u2019', '\'');
        return On(kind, day).Any(row => words.Contains(row.Words, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether an address leads to signing in, by a segment of its path.</summary>
    public bool LeadsToSignIn(WebAddress address, DateOnly day)
    {
        var segments = address.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return On(Kind.SignInPath, day).Any(row => segments.Contains(row.Words, StringComparer.OrdinalIgnoreCase));
    }

    private IEnumerable<Row> On(Kind kind, DateOnly day) =>
        _rows.Where(row => row.Kind == kind && row.From <= day && (row.To is null || day <= row.To));
}
