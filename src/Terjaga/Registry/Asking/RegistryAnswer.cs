namespace Terjaga.Registry.Asking;

/// <summary>All that the lists say of one text, each with the day of its list.</summary>
/// <param name="Lists">Those that are there; what is missing was not asked.</param>
/// <param name="Costs">What holds of costs in general, and in the countries that the text names; those with a note.</param>
/// <param name="Countries">Of the countries that the text names.</param>
public sealed record RegistryAnswer(
    IReadOnlyList<AgencyAnswer> Agencies, IReadOnlyList<NumberAnswer> Numbers, IReadOnlyList<ContactAnswer> Contacts,
    IReadOnlyList<CountryStatus> Countries, IReadOnlyList<LegalCost> Costs, IReadOnlyList<ListAge> Lists)
{
    public ListAge? AgeOf(RegistryList list) => Lists.FirstOrDefault(age => age.List == list);

    /// <summary>A listed company is named, and none of the contacts beside it are its own.</summary>
    public AgencyAnswer? Cloned => Agencies.FirstOrDefault(agency => agency.Contacts == ContactState.NotOnFile);
}
