using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Takedown;

/// <summary>The time of an order is up: what is not seen to be gone is late, and stays marked so.</summary>
internal sealed class DeadlineJob(TerjagaDb db, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "order-deadline";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (order.LateAt is null && order.State is not (OrderState.SeenGone or OrderState.ConfirmedGone or OrderState.CameBack or OrderState.Withdrawn))
            db.Events.Add(order.BecomeLate(clock.GetUtcNow(), Actor.Machine(Kind)));
    }
}
