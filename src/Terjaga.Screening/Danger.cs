using System.Text.Json.Serialization;

namespace Terjaga.Screening;

/// <summary>Whether somebody may be in danger, whatever the score says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Danger>))]
public enum Danger
{
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Life or liberty in danger now.</summary>
    P0,

    /// <summary>A serious risk, but not this minute.</summary>
    P1,

    /// <summary>Money or documents are asked for or lost, or an offer is active.</summary>
    P2,
}
