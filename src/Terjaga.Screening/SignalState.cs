using System.Text.Json.Serialization;

namespace Terjaga.Screening;

/// <summary>In which way a text uses a phrase. Only what is offered accuses.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignalState>))]
public enum SignalState
{
    [JsonStringEnumMemberName("offered")]
    Offered,

    [JsonStringEnumMemberName("mentioned")]
    Mentioned,

    [JsonStringEnumMemberName("negated")]
    Negated,

    [JsonStringEnumMemberName("quoted")]
    Quoted,
}
