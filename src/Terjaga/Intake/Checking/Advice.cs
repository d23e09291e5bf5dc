using Terjaga.Registry.Asking;
using Terjaga.Screening;

namespace Terjaga.Intake.Checking;

/// <summary>What a reader can do now, as keys of sentences, the most urgent first.</summary>
public static class Advice
{
    public const string Danger = "danger", AgencyCloned = "agency-cloned", AgencyExpired = "agency-expired",
        AgencySimilar = "agency-similar", AgencyNotInList = "agency-not-in-list", AgencyFound = "agency-found", CountryClosed = "country-closed",
        DoNotPay = "do-not-pay", KeepPapers = "keep-papers", AskPermit = "ask-permit", AskOffice = "ask-office", KeepChat = "keep-chat",
        Report = "report", NoOffer = "no-offer", NothingSeen = "nothing-seen";

    /// <summary>Signs of which each asks for money or for papers; ids of the catalogue's categories.</summary>
    private const string MoneyCategory = "money", PapersCategory = "personal_data";

    internal static IReadOnlyList<string> Of(Band band, ScreeningResult seen, RegistryAnswer registry, Catalogue catalogue)
    {
        var advice = new List<string>();
        var offered = seen.Signals.Where(signal => signal.State == SignalState.Offered).Select(signal => signal.Id).ToHashSet();
        var categories = catalogue.Signals.Where(signal => offered.Contains(signal.Id)).Select(signal => signal.Category).ToHashSet();
        var isDanger = seen.Danger is Screening.Danger.P0 or Screening.Danger.P1;
        Add(Danger, isDanger);
        Add(AgencyCloned, registry.Cloned is not null);
        Add(CountryClosed, registry.Countries.Any(country => country is { Sector: "any", Status: "closed" or "restricted" }));
        Add(AgencyExpired, registry.Agencies.Any(agency => agency.State == RegistryState.Expired));
        Add(AgencySimilar, registry.Agencies.Any(agency => agency.State == RegistryState.Similar));
        Add(AgencyNotInList, registry.Agencies.Any(agency => agency.State == RegistryState.NotInList));
        Add(DoNotPay, categories.Contains(MoneyCategory) || seen.Entities.Fees.Count > 0);
        Add(KeepPapers, categories.Contains(PapersCategory));
        Add(NoOffer, !isDanger && Contexts.SpeaksAbout(seen.Context));
        Add(AskPermit, !Contexts.SpeaksAbout(seen.Context));
        Add(AskOffice, band != Band.None);
        Add(KeepChat, isDanger || band != Band.None);
        Add(Report, isDanger || band != Band.None);
        Add(AgencyFound, registry.Agencies.Any(agency => agency.State == RegistryState.Match) && registry.Cloned is null);
        Add(NothingSeen, !isDanger && band == Band.None && !Contexts.SpeaksAbout(seen.Context));
        return advice;

        void Add(string key, bool isFit)
        {
            if (isFit)
                advice.Add(key);
        }
    }
}
