using System.Text.Json.Serialization;

namespace Terjaga.Screening.Vacancies;

/// <summary>How a vacancy stands to one row of the checklist. What is absent proves nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChecklistState>))]
public enum ChecklistState
{
    /// <summary>Nobody could look, such as where a list is not there.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    [JsonStringEnumMemberName("present")]
    Present,

    [JsonStringEnumMemberName("absent")]
    Absent,

    /// <summary>The text or a list says the opposite of what a lawful vacancy says.</summary>
    [JsonStringEnumMemberName("contradicts")]
    Contradicts,
}
