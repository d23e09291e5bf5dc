using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>
/// Looks whether what was ordered away is still there: until two looks at different times saw it gone, and then for as long as a
/// content may come back.
/// </summary>
internal sealed class CheckOrderJob(TerjagaDb db, CaptureItem capture, WatchVerdict verdict, HostPace pace, WatchOptions watch, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "check-order";

    /// <summary>A look out of turn, because the recipient says that it is removed.</summary>
    public const string OnceKind = "check-order-now";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var watched = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (!IsWatched(watched.State))
            return;
        var place = await db.Items.AsNoTracking().SingleAsync(i => i.Id == watched.ItemId, cancellationToken);
        if (pace.WaitFor(place.Address.Host, watch.HostGap) is { } turn)
        {
            item.ComeBack(clock.GetUtcNow() + turn);
            return;
        }

        var before = await db.Captures.AsNoTracking()
            .Where(c => c.ItemId == watched.ItemId && c.Occasion != CaptureOccasion.Watch && c.State == ItemState.There)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        var seen = verdict.Of(place.Address, before, await capture.WatchAsync(watched.ItemId, cancellationToken));

        // Read only now: the look may take seconds, in which the recipient may have answered.
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (!IsWatched(order.State))
            return;

        await SeeAsync(order, seen, clock.GetUtcNow(), cancellationToken);
        if (item.Kind == Kind && watch.NextLook(order.Id, order.SentAt, order.SeenGoneAt, order.ConfirmedGoneAt, clock.GetUtcNow()) is { } next && IsWatched(order.State))
            item.ComeBack(next);
    }

    private static bool IsWatched(OrderState state) => state is not (OrderState.Withdrawn or OrderState.CameBack);

    private async Task SeeAsync(Order order, WatchedState seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = order.LastSeen;
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
                // Its time may have run out while it was taken for gone, and nobody was told then.
                if (order.DeadlineAt <= now)
                    db.Schedule(DeadlineJob.Kind, order.Id, now);
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
        var others = await db.Orders.AsNoTracking()
            .Where(o => o.CaseFileId == file.Id && o.Id != order.Id && o.State != OrderState.Withdrawn && o.State != OrderState.CameBack)
            .Select(o => o.State).ToListAsync(cancellationToken);
        var isWhole = file.State is CaseState.Ordered or CaseState.PartlyGone
            && others.TrueForAll(state => state == OrderState.ConfirmedGone);
        db.Events.Add(file.Happen(now, isWhole ? CaseEvents.Gone : CaseEvents.PartlyGone, _by, on: await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
    }

    /// <summary>The place needs an order again, and its case an officer.</summary>
    private async Task ComeBackAsync(Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Events.Add(order.ComeBack(now, _by));
        var file = await db.CaseFiles.SingleAsync(c => c.Id == order.CaseFileId, cancellationToken);
        db.Events.Add(file.Happen(now, CaseEvents.CameBack, _by, on: await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
    }
}
