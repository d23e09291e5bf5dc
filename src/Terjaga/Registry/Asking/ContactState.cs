using System.Text.Json.Serialization;

namespace Terjaga.Registry.Asking;

/// <summary>How the contacts of a text stand to those that a list has of a company.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactState>))]
public enum ContactState
{
    /// <summary>The text has none, or the list has none.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>One of the text is one of the list.</summary>
    [JsonStringEnumMemberName("on-file")]
    OnFile,

    /// <summary>None of the text is one of the list: somebody may be using the company's name.</summary>
    [JsonStringEnumMemberName("not-on-file")]
    NotOnFile,
}
