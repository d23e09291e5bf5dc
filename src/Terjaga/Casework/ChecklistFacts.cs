using Terjaga.Registry;
using Terjaga.Registry.Asking;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Casework;

/// <summary>What the lists say of the rows of the checklist that only they can tell.</summary>
internal static class ChecklistFacts
{
    public static IReadOnlyDictionary<string, ChecklistState> Of(RegistryAnswer registry) => new Dictionary<string, ChecklistState>
    {
        ["agency-licence"] = Agency(registry),
        ["permit"] = Permit(registry),
        ["office"] = Office(registry),
        ["destination"] = registry.Countries.Any(country => country is { Sector: "any", Status: "closed" or "restricted" }) ? ChecklistState.Contradicts : ChecklistState.Unknown,
    };

    private static ChecklistState Agency(RegistryAnswer registry)
    {
        if (registry.AgeOf(RegistryList.Agencies) is null)
            return ChecklistState.Unknown;
        if (registry.Agencies.Any(agency => agency.State == RegistryState.Expired || agency.Standing == AgencyStatus.Suspended) || registry.Numbers.Any(number => number.IsOfOther))
            return ChecklistState.Contradicts;
        return registry.Agencies.Any(agency => agency.State == RegistryState.Match) ? ChecklistState.Present : ChecklistState.Absent;
    }

    private static ChecklistState Permit(RegistryAnswer registry)
    {
        if (registry.AgeOf(RegistryList.Vacancies) is null)
            return ChecklistState.Unknown;
        if (registry.Numbers.Any(number => number.Vacancy is not null && (number.State == RegistryState.Expired || number.IsOfOther)))
            return ChecklistState.Contradicts;
        return registry.Numbers.Any(number => number is { State: RegistryState.Match, Vacancy: not null }) ? ChecklistState.Present : ChecklistState.Absent;
    }

    private static ChecklistState Office(RegistryAnswer registry)
    {
        if (registry.Cloned is not null)
            return ChecklistState.Contradicts;
        if (registry.Agencies.Any(agency => agency.Contacts == ContactState.OnFile))
            return ChecklistState.Present;
        return registry.AgeOf(RegistryList.Agencies) is null ? ChecklistState.Unknown : ChecklistState.Absent;
    }
}
