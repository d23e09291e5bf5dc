using System.Text.Json.Serialization;

namespace Terjaga.Registry;

/// <summary>A list that an office keeps and the desk asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistryList>))]
public enum RegistryList
{
    /// <summary>Companies that may place workers abroad (P3MI), with branches, licence and contacts.</summary>
    [JsonStringEnumMemberName("agencies")]
    Agencies,

    /// <summary>Vacancies with a permit (SIP2MI) or job order.</summary>
    [JsonStringEnumMemberName("vacancies")]
    Vacancies,

    /// <summary>Which work in which country is open.</summary>
    [JsonStringEnumMemberName("countries")]
    Countries,

    /// <summary>What a worker may be asked to pay for.</summary>
    [JsonStringEnumMemberName("costs")]
    Costs,

    /// <summary>Addresses of offices on the internet.</summary>
    [JsonStringEnumMemberName("domains")]
    Domains,
}
