using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>A recipient has a letter: by its server, because it fetched it, or because a person brought it. What starts then is the same.</summary>
internal sealed class LetterTaken(TerjagaDb db, LadderSteps ladder, WatchOptions watch)
{
    /// <summary>Starts the clocks of its orders, or of the warning about them; the caller saves.</summary>
    public async Task RunAsync(Dispatch dispatch, Handing handing, CancellationToken cancellationToken)
    {
        if (dispatch.Kind == DispatchKind.Order)
        {
            var orders = await db.Orders.Where(o => o.DispatchId == dispatch.Id && !o.IsLeftOut && o.State == OrderState.Signed).OrderBy(o => o.Id).ToListAsync(cancellationToken);
            foreach (var order in orders)
                await db.StartClocksAsync(order, watch, handing, cancellationToken);
        }
        else if (dispatch.Kind == DispatchKind.Warning)
        {
            await WarnAsync(dispatch, handing, cancellationToken);
        }

        dispatch.Compose(handing.Now);
        dispatch.Send(handing.At);
    }

    private async Task WarnAsync(Dispatch dispatch, Handing handing, CancellationToken cancellationToken)
    {
        var steps = await db.OrderSteps.Where(s => s.DispatchId == dispatch.Id).ToListAsync(cancellationToken);
        var ids = steps.ConvertAll(s => s.OrderId);
        foreach (var step in steps)
            step.Send(handing.At);
        foreach (var order in await db.Orders.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellationToken))
        {
            if (ladder.Find(dispatch.StepCode)?.Deadline(order.UrgencyGround is not null) is not { } deadline)
                continue;
            db.Events.Add(order.Warn(handing.At, deadline, handing.By, dispatch.StepCode, handing.Now));
            db.Schedule(DeadlineJob.Kind, order.Id, handing.Now, handing.At + deadline - handing.Now);
        }
    }
}
