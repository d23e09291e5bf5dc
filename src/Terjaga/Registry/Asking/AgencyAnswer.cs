namespace Terjaga.Registry.Asking;

/// <summary>What the list says of a company that a text names.</summary>
/// <param name="Agency">As the text writes it.</param>
/// <param name="AsOf">Day of the list; null where there is none.</param>
/// <param name="Listed">The name in the list that is meant; null where none is.</param>
/// <param name="Standing">What its licence is worth today; null where none is meant.</param>
/// <param name="Contacts">Whether the contacts of the text are those that the list has.</param>
/// <param name="Permits">Vacancies of it with a permit that is valid today; null where that list is not there.</param>
/// <param name="PermitsThere">The same, in the countries that the text names; null where it names none.</param>
public sealed record AgencyAnswer(
    string Agency, RegistryState State, DateOnly? AsOf, string? Listed, string? Licence, AgencyStatus? Standing, DateOnly? ValidTo,
    string? City, ContactState Contacts, int? Permits, int? PermitsThere);
