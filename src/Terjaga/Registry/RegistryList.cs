namespace Terjaga.Registry;

/// <summary>A list that an office keeps and the desk asks.</summary>
public enum RegistryList
{
    /// <summary>Companies that may place workers abroad (P3MI), with branches, licence and contacts.</summary>
    Agencies,

    /// <summary>Vacancies with a permit (SIP2MI) or job order.</summary>
    Vacancies,

    /// <summary>Which work in which country is open.</summary>
    Countries,

    /// <summary>What a worker may be asked to pay for.</summary>
    Costs,

    /// <summary>Addresses of offices on the internet.</summary>
    Domains,
}
