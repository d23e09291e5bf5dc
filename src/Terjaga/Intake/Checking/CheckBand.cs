using Terjaga.Registry.Asking;
using Terjaga.Screening;

namespace Terjaga.Intake.Checking;

/// <summary>The band that a person is shown: the engine's, raised by one where a list contradicts an offer. Lists never lower it.</summary>
internal static class CheckBand
{
    public static Band Of(ScreeningResult seen, RegistryAnswer registry)
    {
        if (Contexts.SpeaksAbout(seen.Context) || seen.Band == Band.DangerSigns)
            return seen.Band;
        var isContradicted = registry.Cloned is not null
            || registry.Agencies.Any(agency => agency.State is RegistryState.Expired or RegistryState.Similar || agency.Standing is Registry.AgencyStatus.Suspended)
            || registry.Numbers.Any(number => number.State == RegistryState.Expired || number.IsOfOther)
            || (seen.Context == Contexts.Offer && registry.Countries.Any(country => country is { Sector: "any", Status: "closed" or "restricted" }));
        return !isContradicted ? seen.Band : seen.Band == Band.None ? Band.Check : Band.DangerSigns;
    }
}
