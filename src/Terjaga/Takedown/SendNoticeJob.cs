using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Work;
using Terjaga.Evidence;

namespace Terjaga.Takedown;

/// <summary>Sends the notice of a signed order; the clocks start when the recipient's own server has taken it.</summary>
/// <remarks>
/// A crash between sending and storing sends again: a notice that comes twice does no harm, one that never comes does.
/// Both channels carry the order's id, by which the recipient knows the repetition.
/// </remarks>
internal sealed class SendNoticeJob(TerjagaDb db, CaptureItem capture, TellRecipient tell, WatchOptions watch, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "send-notice";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (order.State != OrderState.Signed || await IsReversedAsync(order, cancellationToken))
            return;

        // The proof first: what was ordered must have been seen again since; a notice does not wait for its picture.
        await capture.AgainAsync(order.ItemId, order.DraftedAt, withPicture: false, cancellationToken);
        await tell.RunAsync(order, Notice.OrderType, cancellationToken);
        await db.StartClocksAsync(order, watch, clock.GetUtcNow(), _by, cancellationToken);
    }

    /// <summary>An objection was upheld a moment ago, and the work that ends its orders has not come to this one.</summary>
    private Task<bool> IsReversedAsync(Order order, CancellationToken cancellationToken) => db.CaseFiles
        .AnyAsync(c => c.Id == order.CaseFileId && (c.State == CaseState.Dismissed || c.State == CaseState.Correcting), cancellationToken);
}
