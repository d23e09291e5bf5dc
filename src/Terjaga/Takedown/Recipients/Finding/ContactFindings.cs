using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>All that a search for the contacts of a host brought.</summary>
/// <param name="RetryAt">When a server wants to be asked again; null where none asked for patience.</param>
internal sealed record ContactFindings(IReadOnlyList<FoundContact> Found, IReadOnlyList<MissedContact> Missed, DateTimeOffset? RetryAt)
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static ContactFindings None { get; } = new([], [], null);

    public string ToJson() => JsonSerializer.Serialize(this, _format);

    public static ContactFindings FromJson(string? json) => json is null ? None : JsonSerializer.Deserialize<ContactFindings>(json, _format) ?? None;
}
