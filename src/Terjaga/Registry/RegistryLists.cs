using System.Collections.Frozen;

namespace Terjaga.Registry;

/// <summary>What holds of each list.</summary>
public static class RegistryLists
{
    /// <summary>
    /// Age at which a list is taken to be out of date. Licences and permits change every week; what offices say of
    /// countries and costs changes a few times a year.
    /// </summary>
    private static readonly FrozenDictionary<RegistryList, TimeSpan> _maxAges = new Dictionary<RegistryList, TimeSpan>
    {
        [RegistryList.Agencies] = TimeSpan.FromDays(45),
        [RegistryList.Vacancies] = TimeSpan.FromDays(35),
        [RegistryList.Countries] = TimeSpan.FromDays(365),
        [RegistryList.Costs] = TimeSpan.FromDays(730),
        [RegistryList.Domains] = TimeSpan.FromDays(730),
    }.ToFrozenDictionary();

    public static IReadOnlyList<RegistryList> All { get; } = Enum.GetValues<RegistryList>();

    /// <summary>Those that speak of single companies: a fictional one never stands beside a real one.</summary>
    public static IReadOnlyList<RegistryList> OfCompanies { get; } = [RegistryList.Agencies, RegistryList.Vacancies];

    /// <summary>Lower case, as files, addresses and the command line write it.</summary>
    public static string NameOf(RegistryList list) => list.ToString().ToLowerInvariant();

    /// <summary>Null for a name that is none.</summary>
    public static RegistryList? Parse(string? name) =>
        All.Cast<RegistryList?>().FirstOrDefault(list => NameOf(list!.Value) == name);

    public static bool IsAged(RegistryList list, DateOnly asOf, DateOnly today) =>
        today.DayNumber - asOf.DayNumber > _maxAges[list].TotalDays;
}
