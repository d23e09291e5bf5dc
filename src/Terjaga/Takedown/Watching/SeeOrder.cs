using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Watching;

/// <summary>What a look showed happens to the order, and to its case where that follows from it.</summary>
internal sealed class SeeOrder(TerjagaDb db, WatchOptions watch, TimeProvider clock)
{
    private static readonly Actor _by = Actor.Machine(CheckOrderJob.Kind);

    /// <summary>The caller saves.</summary>
    public async Task RunAsync(Order order, WatchedState seen, CancellationToken cancellationToken)
    {
        var (last, now) = (order.LastSeen, clock.GetUtcNow());
        order.LookedAt(now, seen);
        switch (seen)
        {
            case WatchedState.Gone when order.State != OrderState.ConfirmedGone:
                await SeeGoneAsync(order, now, cancellationToken);
                break;
            case WatchedState.There when order.State == OrderState.ConfirmedGone:
                await ComeBackAsync(order, now, cancellationToken);
                break;
            case WatchedState.There when order.State == OrderState.SeenGone:
                db.Events.Add(order.SeeThere(now, _by));
                // Whoever weighs its deadline before this is stored takes it for gone, and tells nobody: it is weighed once more.
                if (order.DeadlineAt is { } end)
                    db.Schedule(DeadlineJob.Kind, order.Id, now, end > now ? end - now : TimeSpan.Zero);
                break;
            case WatchedState.Changed when last != seen:
                db.Events.Add(order.Happen(now, OrderEvents.SeenChanged, _by));
                break;
            case WatchedState.Unreachable or WatchedState.BehindLogin or WatchedState.Unknown when last != seen:
                db.Events.Add(order.Happen(now, OrderEvents.NotSeen, _by));
                break;
        }
    }

    /// <remarks>What could not be reached is neither there nor gone; only what the site shows counts.</remarks>
    private async Task SeeGoneAsync(Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (order.SeenGoneAt is not { } first)
        {
            db.Events.Add(order.SeeGone(now, _by));
            return;
        }

        if (now - first < watch.ConfirmAfter)
            return;

        db.Events.Add(order.ConfirmGone(now, _by));
        var file = await db.CaseFiles.SingleAsync(c => c.Id == order.CaseFileId, cancellationToken);
        var isWhole = file.State is CaseState.Ordered or CaseState.PartlyGone && !await IsAnyOpenAsync(file.Id, cancellationToken);
        db.Events.Add(file.Happen(now, isWhole ? CaseEvents.Gone : CaseEvents.PartlyGone, _by, on: await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
        if (isWhole)
            db.TellReporters(file, now);
    }

    /// <summary>Whether an order of a case is not seen to be gone; those that are seen together with this one are, before they are stored.</summary>
    private Task<bool> IsAnyOpenAsync(Guid caseFileId, CancellationToken cancellationToken)
    {
        List<Guid> gone = [.. db.Orders.Local.Where(o => o.State == OrderState.ConfirmedGone).Select(o => o.Id)];
        return db.Orders.AnyAsync(
            o => o.CaseFileId == caseFileId && o.State != OrderState.ConfirmedGone && o.State != OrderState.Withdrawn && o.State != OrderState.CameBack && !gone.Contains(o.Id), cancellationToken);
    }

    /// <summary>The place needs an order again, and its case an officer.</summary>
    private async Task ComeBackAsync(Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Events.Add(order.ComeBack(now, _by));
        var file = await db.CaseFiles.SingleAsync(c => c.Id == order.CaseFileId, cancellationToken);
        db.Events.Add(file.Happen(now, CaseEvents.CameBack, _by, on: await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
    }
}
