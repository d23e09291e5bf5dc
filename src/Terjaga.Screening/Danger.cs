using System.Text.Json.Serialization;

namespace Terjaga.Screening;

/// <summary>Whether somebody may be in danger now, whatever the score says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Danger>))]
public enum Danger
{
    [JsonStringEnumMemberName("none")]
    None,

    P0,
    P1,
    P2,
}
