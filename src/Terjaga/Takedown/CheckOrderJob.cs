using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Evidence;

namespace Terjaga.Takedown;

/// <summary>Looks whether an ordered item is still there; comes back until two looks at different times saw it gone.</summary>
internal sealed class CheckOrderJob(TerjagaDb db, CaptureItem capture, WatchOptions watch, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "check-order";

    /// <summary>A look out of turn, because the recipient says that it is removed.</summary>
    public const string OnceKind = "check-order-now";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var watched = await db.Orders.Where(o => o.Id == item.SubjectId).Select(o => new { o.ItemId, o.State }).SingleAsync(cancellationToken);
        if (watched.State == OrderState.Withdrawn)
            return;
        var seen = await capture.WatchAsync(watched.ItemId, cancellationToken);

        // Read only now: the look may take seconds, in which the recipient may have answered.
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (order.State is OrderState.ConfirmedGone or OrderState.Withdrawn)
            return;

        var now = clock.GetUtcNow();
        if (seen.State == ItemState.Gone)
            await SeeGoneAsync(order, now, cancellationToken);
        else if (seen.State == ItemState.There && order.State == OrderState.SeenGone)
            db.Events.Add(order.SeeThere(now, _by));

        if (order.State != OrderState.ConfirmedGone && item.Kind == Kind)
            item.ComeBack(now + NextWait(order, now));
    }

    /// <remarks>What could not be reached is neither there nor gone; only an answer of the site counts.</remarks>
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
            .Where(o => o.CaseFileId == file.Id && o.Id != order.Id && o.State != OrderState.Withdrawn).Select(o => o.State).ToListAsync(cancellationToken);
        var isWhole = file.State is CaseState.Ordered or CaseState.PartlyGone
            && others.TrueForAll(state => state == OrderState.ConfirmedGone);
        db.Events.Add(file.Happen(now, isWhole ? CaseEvents.Gone : CaseEvents.PartlyGone, _by, on: await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
    }

    /// <summary>Twice as long each time; but a first sighting is confirmed as soon as it may be.</summary>
    private TimeSpan NextWait(Order order, DateTimeOffset now)
    {
        if (order.SeenGoneAt is { } first)
            return first + watch.ConfirmAfter > now ? first + watch.ConfirmAfter - now : watch.ConfirmAfter;

        var since = now - order.SentAt.GetValueOrDefault(now);
        var check = 1;
        for (var passed = watch.WaitBefore(0); passed < since && watch.WaitBefore(check) < watch.LongestWait; check++)
            passed += watch.WaitBefore(check);
        return watch.WaitBefore(check);
    }
}
