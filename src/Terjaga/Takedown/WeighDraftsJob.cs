using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Work;

namespace Terjaga.Takedown;

/// <summary>Places came to a case or left it: it waits for a signature only where its drafts are complete.</summary>
internal sealed class WeighDraftsJob(TerjagaDb db) : IWorkHandler
{
    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.SingleAsync(c => c.Id == item.SubjectId, cancellationToken);
        if (file.State is not (CaseState.HandedOver or CaseState.UnderReview))
            return;
        var hasDrafts = await db.Orders.AnyAsync(o => o.CaseFileId == file.Id && o.State == OrderState.Drafted, cancellationToken);
        file.AwaitSignature(hasDrafts && !await IsMissingAsync(file.Id, cancellationToken));
    }

    private async Task<bool> IsMissingAsync(Guid caseFileId, CancellationToken cancellationToken)
    {
        var recipients = await new ListRecipients(db).RunAsync(cancellationToken);
        return (await db.OpenPlacesAsync(caseFileId, recipients, cancellationToken)).Exists(place => place.Recipients.Count > 0);
    }
}
