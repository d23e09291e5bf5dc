using System.Text.Json.Serialization;

namespace Terjaga.Registry;

/// <summary>What a list says of a licence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgencyStatus>))]
public enum AgencyStatus
{
    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("expired")]
    Expired,

    [JsonStringEnumMemberName("suspended")]
    Suspended,

    [JsonStringEnumMemberName("revoked")]
    Revoked,
}
