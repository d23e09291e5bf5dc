using System.Text.Json.Serialization;

namespace Terjaga.Casework.Sharing;

/// <summary>How much of a field a ministry sees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SharingLevel>))]
public enum SharingLevel
{
    /// <summary>It is not read from the database.</summary>
    None,

    /// <summary>Numbers of phones and accounts are cut to their last digits; what is no text is not shown.</summary>
    Masked,

    Whole,
}
