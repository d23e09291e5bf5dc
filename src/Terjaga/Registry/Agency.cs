namespace Terjaga.Registry;

/// <summary>A company that may place workers abroad, as its list has it; a branch is a row of its own with the same licence.</summary>
/// <param name="Licence">SIP3MI, as the list writes it.</param>
/// <param name="OldLicence">Number before it was renewed (SIPPTKI, SIUP); null if the list has none.</param>
/// <param name="Branch">Where the branch is; null for the head office.</param>
/// <param name="Phones">E.164.</param>
/// <param name="Domains">Host names, lower case.</param>
/// <param name="Accounts"><c>platform:name</c>, or <c>bank:</c> and the digits of the account.</param>
/// <param name="Sanction">What the list says of a sanction; null if nothing.</param>
public sealed record Agency(
    string Licence, string? OldLicence, string Name, string? Branch, string? Address, string? City, IReadOnlyList<string> Phones,
    IReadOnlyList<string> Emails, IReadOnlyList<string> Domains, IReadOnlyList<string> Accounts, AgencyStatus Status,
    DateOnly? ValidFrom, DateOnly? ValidTo, string? Sanction, DateOnly? SanctionFrom)
{
    /// <summary>What the licence is worth on a day, by the list.</summary>
    public AgencyStatus StandingOn(DateOnly day) =>
        Status == AgencyStatus.Active && (day > ValidTo || day < ValidFrom) ? AgencyStatus.Expired : Status;
}
