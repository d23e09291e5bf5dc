using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Ladder;

/// <summary>Sends a warning that a person released; the clock of each of its orders starts anew when the recipient's own server has taken it.</summary>
/// <remarks>As with the order itself, first the list is closed and then the letter goes out: a repetition after a crash says the same.</remarks>
internal sealed class SendWarningJob(TerjagaDb db, TellRecipient tell, LetterTaken taken, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "send-warning";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var dispatch = await db.Dispatches.SingleAsync(d => d.Id == item.SubjectId, cancellationToken);
        if (dispatch.SentAt is not null)
            return;
        var steps = await db.OrderSteps.Where(s => s.DispatchId == dispatch.Id).ToListAsync(cancellationToken);
        var ids = steps.ConvertAll(s => s.OrderId);
        var orders = await db.Orders.Where(o => ids.Contains(o.Id)).ToListAsync(cancellationToken);
        if (dispatch.ComposedAt is null)
        {
            if (Close(dispatch, steps, orders))
                item.ComeBack(clock.GetUtcNow());
            return;
        }

        if (!await tell.RunAsync(dispatch, cancellationToken))
            return;
        var now = clock.GetUtcNow();
        await taken.RunAsync(dispatch, new Handing(now, now, _by, null), cancellationToken);
    }

    /// <summary>What was taken away or ended meanwhile is not warned about. False where nothing is left.</summary>
    private bool Close(Dispatch dispatch, List<OrderStep> steps, List<Order> orders)
    {
        foreach (var step in steps.Where(s => !orders.Exists(o => o.Id == s.OrderId && o.IsDisobeyed)))
            step.LeaveOut();
        if (steps.TrueForAll(s => s.DispatchId is null))
            return false;
        dispatch.Compose(clock.GetUtcNow());
        return true;
    }
}
