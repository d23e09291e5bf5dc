using Terjaga.Accounts;
using Terjaga.App.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Sharing;
using Terjaga.Casework.Warnings;
using Terjaga.Intake;
using Terjaga.Literacy;
using Terjaga.Screening.Similarity;
using Terjaga.Takedown.Truth;

namespace Terjaga.App.Campaigns;

/// <summary>Gathers the page of a campaign.</summary>
internal sealed class ReadCampaignView(
    ReadCaseView cases, ReadCampaign read, ListPosters posters, ListWarnings warnings, ProposeWarning propose, ReadSharing sharing, NameMasks masks, ReadCampaignRemovals removals, TimeProvider clock)
{
    /// <summary>Fails with what <see cref="ReadCaseView"/> tells.</summary>
    public async Task<Result<CampaignView>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!(await cases.RunAsync(by, id, cancellationToken)).TryGet(out var view, out var problem))
            return problem;
        return (await read.RunAsync(by, view.Case.Id, cancellationToken)).TryGet(out var copies, out problem)
            ? new CampaignView(
                view, copies, view.Links, await posters.RunAsync(await sharing.ForAsync(by, cancellationToken), view.Case.Id, cancellationToken),
                await warnings.OfCaseAsync(view.Case.Id, cancellationToken), await propose.OfCaseAsync(view.Case.Id, cancellationToken), masks, clock.GetUtcNow())
            {
                Removals = (await removals.RunAsync(by, view.Case.Id, cancellationToken)).TryGet(out var removed, out _) && removed.All.Sent > 0 ? removed : null,
            }
            : problem;
    }
}
