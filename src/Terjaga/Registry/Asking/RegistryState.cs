using System.Text.Json.Serialization;

namespace Terjaga.Registry.Asking;

/// <summary>What a list says of a name or a number; the words of the contract of <c>screen</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistryState>))]
public enum RegistryState
{
    /// <summary>In the list, and valid on the day of asking.</summary>
    [JsonStringEnumMemberName("match")]
    Match,

    /// <summary>A name in the list is nearly the same; the reader must look at the letters.</summary>
    [JsonStringEnumMemberName("similar")]
    Similar,

    /// <summary>Not in the list, which says no more than that.</summary>
    [JsonStringEnumMemberName("not-in-list")]
    NotInList,

    /// <summary>In the list, and no longer valid.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The list is not there; nothing is known.</summary>
    [JsonStringEnumMemberName("not-checked")]
    NotChecked,
}
