using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>
/// Looks whether what was ordered away is still there: until two looks at different times saw it gone, and then for as long as a
/// content may come back.
/// </summary>
internal sealed class CheckOrderJob(TerjagaDb db, CaptureItem capture, WatchVerdict verdict, SeeOrder see, HostPace pace, WatchOptions watch, TimeProvider clock) : IManyWorkHandler
{
    public const string Kind = "check-order";

    /// <summary>A look out of turn, because the recipient says that it is removed.</summary>
    public const string OnceKind = "check-order-now";

    /// <summary>What is looked at in one go.</summary>
    private sealed record Watched(WorkItem Item, Guid OrderId, Item Place);

    public Task RunAsync(WorkItem item, CancellationToken cancellationToken) => RunAsync([item], cancellationToken);

    public async Task RunAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var watched = await FindAsync(items, cancellationToken);
        if (watched.Count == 0)
            return;
        List<Item> places = [.. watched.Select(w => w.Place).DistinctBy(p => p.Id)];
        var shown = await db.ShownBeforeAsync(places.ConvertAll(p => p.Id), cancellationToken);
        var looks = await capture.WatchAllAsync(places, cancellationToken);

        // Read only now: the looks may take seconds, in which a recipient may have answered.
        var ids = watched.ConvertAll(w => w.OrderId);
        var orders = await db.Orders.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        foreach (var (item, id, place) in watched)
        {
            if (orders[id] is { IsWatched: true } order)
                await SeeAsync(item, order, place, shown.GetValueOrDefault(place.Id, ShownBefore.Nothing), looks[place.Id], cancellationToken);
        }
    }

    /// <summary>Those whose site may be looked at now; the others come back when it is their turn, and what is not watched any more ends.</summary>
    private async Task<List<Watched>> FindAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. items.Select(i => i.SubjectId)];
        var found = await (
            from order in db.Orders.AsNoTracking()
            join place in db.Items.AsNoTracking() on order.ItemId equals place.Id
            where ids.Contains(order.Id) && order.State != OrderState.Withdrawn && order.State != OrderState.CameBack
            select new { order.Id, Place = place }).ToDictionaryAsync(o => o.Id, o => o.Place, cancellationToken);
        List<Watched> watched = [];
        HashSet<Guid> taken = [];
        foreach (var item in items.Where(i => found.ContainsKey(i.SubjectId)))
        {
            var place = found[item.SubjectId];
            if (!taken.Contains(place.Id) && pace.WaitFor(place.Address.Host, watch.HostGap) is { } turn)
            {
                item.ComeBack(clock.GetUtcNow() + turn);
                continue;
            }

            taken.Add(place.Id);
            watched.Add(new(item, item.SubjectId, place));
        }

        return watched;
    }

    private async Task SeeAsync(WorkItem item, Order order, Item place, ShownBefore shown, Capture look, CancellationToken cancellationToken)
    {
        var seen = verdict.Of(place.Address, shown.Last, look);
        if (capture.CanDraw && WatchVerdict.NeedsBrowser(seen, shown.Drawn, look))
            db.Schedule(DrawOrderJob.Kind, order.Id, clock.GetUtcNow());
        else
            await see.RunAsync(order, seen, cancellationToken);
        if (item.Kind == Kind && order.IsWatched && watch.NextLook(order.Id, order.SentAt, order.SeenGoneAt, order.ConfirmedGoneAt, clock.GetUtcNow()) is { } next)
            item.ComeBack(next);
    }
}
