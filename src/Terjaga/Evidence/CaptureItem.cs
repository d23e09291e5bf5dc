using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence.Archive;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;

namespace Terjaga.Evidence;

/// <summary>Visits a place and keeps what it shows.</summary>
internal sealed class CaptureItem(TerjagaDb db, LookAtPlace look, EvidenceStore store, TimeProvider clock)
{
    /// <summary>A place that was seen this recently is not visited again for another report of it.</summary>
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(10);

    /// <summary>Whether there is a browser that shows pages as a visitor sees them.</summary>
    public bool CanDraw => look.CanDraw;

    /// <summary>Finds the item, or adds it, and looks at it unless that was just done; the caller saves. Whether it looked.</summary>
    /// <param name="reportedAt">A look after that is the look that was asked for, however long ago.</param>
    public async Task<bool> RunAsync(WebAddress address, DateTimeOffset reportedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var item = await db.Items.SingleOrDefaultAsync(i => i.Address == address, cancellationToken);
        var since = reportedAt < now - _fresh ? reportedAt : now - _fresh;
        if (item is not null && await db.Captures.AnyAsync(c => c.ItemId == item.Id && c.At > since, cancellationToken))
            return false;

        item ??= db.Items.Add(Item.Find(address, now)).Entity;
        await KeepAsync(item, CaptureOccasion.Report, withPicture: true, cancellationToken);
        return true;
    }

    /// <summary>Looks at an item before it is ordered down, unless that was done since a time; the caller saves.</summary>
    public async Task AgainAsync(Guid itemId, DateTimeOffset since, bool withPicture, CancellationToken cancellationToken)
    {
        if (!await db.Captures.AnyAsync(c => c.ItemId == itemId && c.Occasion == CaptureOccasion.Order && c.At >= since, cancellationToken))
            await KeepAsync(await ItemAsync(itemId, cancellationToken), CaptureOccasion.Order, withPicture, cancellationToken);
    }

    /// <summary>Looks whether an item is still there; the caller saves what was seen.</summary>
    public async Task<Capture> WatchAsync(Guid itemId, bool withPicture, CancellationToken cancellationToken) =>
        await KeepAsync(await ItemAsync(itemId, cancellationToken), CaptureOccasion.Watch, withPicture, cancellationToken);

    private Task<Item> ItemAsync(Guid itemId, CancellationToken cancellationToken) =>
        db.Items.SingleAsync(i => i.Id == itemId, cancellationToken);

    private async Task<Capture> KeepAsync(Item item, CaptureOccasion occasion, bool withPicture, CancellationToken cancellationToken)
    {
        var seen = await look.RunAsync(item.Address, withPicture, cancellationToken);
        var now = clock.GetUtcNow();
        var id = TimeOrderedId.At(now);
        var warc = WarcWriter.ToBytes(WarcOfPlace.Of(id, item.Address, seen, now));
        var kept = new CaptureFiles(
            await store.KeepAsync(item.Id, warc, cancellationToken),
            seen.Outcome.Body.Length > 0 ? await store.KeepAsync(item.Id, seen.Outcome.Body, cancellationToken) : null,
            seen.Picture is { } picture ? await store.KeepAsync(item.Id, picture, cancellationToken) : null);
        db.CustodyEntries.Add(CustodyEntry.Record(now, CustodyAct.Captured, item.Id, Actor.Machine("capture"), kept.Warc));
        return db.Captures.Add(Capture.Keep(id, item.Id, occasion, seen, kept, now)).Entity;
    }
}
