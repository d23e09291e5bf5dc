using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown;

/// <summary>Tells a recipient that orders hold no longer.</summary>
/// <remarks>As with the notice, a crash on the way sends it again, and the recipient knows the repetition by its identity.</remarks>
internal sealed class SendWithdrawalJob(TerjagaDb db, WriteWithdrawals letters, TellRecipient tell, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "send-withdrawal";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await db.Dispatches.SingleOrDefaultAsync(d => d.Id == item.SubjectId, cancellationToken) is not { } dispatch)
        {
            // Work of an earlier version names an order.
            var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
            if (order.WithdrawalId is null)
                await letters.WriteAsync([order], clock.GetUtcNow(), cancellationToken);
            return;
        }

        if (dispatch.SentAt is not null)
            return;
        if (await tell.RunAsync(dispatch, cancellationToken))
            dispatch.Send(clock.GetUtcNow());
    }
}
