using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Evidence;

namespace Terjaga.Takedown.Watching;

/// <summary>Looks at an ordered place with a browser, where the bare answer of the site does not show what a visitor sees.</summary>
internal sealed class DrawOrderJob(
    TerjagaDb db, CaptureItem capture, ComparePictures compare, WatchVerdict verdict, SeeOrder see, HostPace pace, WatchOptions watch, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "draw-order";

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

        var before = (await db.ShownBeforeAsync([watched.ItemId], cancellationToken)).GetValueOrDefault(watched.ItemId)?.Drawn;
        var look = await capture.WatchAsync(watched.ItemId, withPicture: true, cancellationToken);

        // What was seen is kept, whatever is made of it.
        await db.SaveChangesAsync(cancellationToken);
        var isAlike = await compare.AreAlikeAsync(before?.PictureSha256, look.PictureSha256, cancellationToken);
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (order.IsWatched)
            await see.RunAsync(order, verdict.Of(place.Address, before, look, isAlike), cancellationToken);
    }
}
