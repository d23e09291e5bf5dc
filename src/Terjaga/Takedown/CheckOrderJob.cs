using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>
/// Looks whether what was ordered away is still there: until two looks at different times saw it gone, and then for as long as a
/// content may come back.
/// </summary>
internal sealed class CheckOrderJob(TerjagaDb db, CaptureItem capture, WatchVerdict verdict, SeeOrder see, HostPace pace, WatchOptions watch, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "check-order";

    /// <summary>A look out of turn, because the recipient says that it is removed.</summary>
    public const string OnceKind = "check-order-now";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var watched = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (!watched.IsWatched)
            return;
        var place = await db.Items.AsNoTracking().SingleAsync(i => i.Id == watched.ItemId, cancellationToken);
        if (pace.WaitFor(place.Address.Host, watch.HostGap) is { } turn)
        {
            item.ComeBack(clock.GetUtcNow() + turn);
            return;
        }

        var before = await db.ShownBeforeAsync(watched.ItemId, cancellationToken);
        var look = await capture.WatchAsync(watched.ItemId, withPicture: false, cancellationToken);
        var seen = verdict.Of(place.Address, before, look);
        var isLeftToBrowser = capture.CanDraw && WatchVerdict.NeedsBrowser(seen, before, look);

        // Read only now: the look may take seconds, in which the recipient may have answered.
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (!order.IsWatched)
            return;

        if (isLeftToBrowser)
            db.Schedule(DrawOrderJob.Kind, order.Id, clock.GetUtcNow());
        else
            await see.RunAsync(order, seen, cancellationToken);
        if (item.Kind == Kind && watch.NextLook(order.Id, order.SentAt, order.SeenGoneAt, order.ConfirmedGoneAt, clock.GetUtcNow()) is { } next && order.IsWatched)
            item.ComeBack(next);
    }
}
