using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Ladder;

namespace Terjaga.Takedown;

/// <summary>The time of an order, or of a warning about it, is up: what is not seen to be gone is late and stays marked so, and what follows is prepared for a person.</summary>
internal sealed class DeadlineJob(TerjagaDb db, LadderSteps ladder, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "order-deadline";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var (order, now) = (await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken), clock.GetUtcNow());

        if (!order.IsDisobeyed)
            return;
        // A warning has given it more time, or the clock was set back after this work fell due.
        if (order.DeadlineAt is { } end && end > now)
        {
            item.ComeBack(end);
            return;
        }

        if (order.LateAt is null)
            db.Events.Add(order.BecomeLate(now, _by));
        await PrepareAsync(order, now, cancellationToken);
    }

    /// <summary>One step at a time: the next one only when the last was released, and its own clock is over.</summary>
    private async Task PrepareAsync(Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.OrderSteps.AsNoTracking().Where(s => s.OrderId == order.Id).OrderByDescending(s => s.PreparedAt).FirstOrDefaultAsync(cancellationToken);
        if (last is { SentAt: null } && (last.ReleasedAt is null || last.DispatchId is not null))
            return;
        if (ladder.After(last?.Code, WibTime.DayOf(now)) is not { } next)
            return;
        db.OrderSteps.Add(OrderStep.Prepare(order, next.Code, now));
        db.Events.Add(order.Happen(now, OrderEvents.StepPrepared, _by, next.Code));
    }
}
