using System.Text.Json.Serialization;

namespace Terjaga.Screening;

/// <summary>What a reader is to make of a score; never a verdict.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Band>))]
public enum Band
{
    /// <summary>No danger signs seen, which does not say that there is no danger.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("check")]
    Check,

    [JsonStringEnumMemberName("danger-signs")]
    DangerSigns,
}
