using Terjaga.App.Casework;
using Terjaga.Campaigns.Portrait;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Warnings;
using Terjaga.Intake;
using Terjaga.Literacy;
using Terjaga.Screening.Similarity;
using Terjaga.Takedown.Truth;

namespace Terjaga.App.Campaigns;

/// <summary>Everything that the page of a campaign shows: its case, all its copies, and what was joined or waits to be.</summary>
/// <param name="Warning">That stands for it; null where the public is not warned.</param>
/// <param name="Proposal">Waits for a second person; null where none does.</param>
public sealed record CampaignView(
    CaseView Case, ReadCampaign.View Copies, ListLinks.View Links, IReadOnlyList<ListPosters.Row> Posters,
    ListWarnings.Row? Warning, ProposeWarning.Waiting? Proposal, NameMasks Masks, DateTimeOffset Now)
{
    /// <summary>What became of its orders; null where none was sent, or the officer's ministry does not see orders.</summary>
    public ReadCampaignRemovals.View? Removals { get; init; }

    public Wordings Wordings => field ??= Wordings.Of(Copies.Sightings, Masks);

    public SizeOverTime Size => field ??= SizeOverTime.Of(Copies.Sightings, Now);

    public CampaignGraph Graph => field ??= CampaignGraph.Of(Copies.Sightings, Wordings);

    public ComeBackForecast Forecast => field ??= ComeBackForecast.Of(Copies.Sightings, Now);

    public KnownReach Reach => field ??= KnownReach.Of(Copies.Sightings);
}
