using System.Collections.Concurrent;
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

    /// <summary>Visits under way at once, where many are asked for.</summary>
    private const int LooksAtOnce = 16;

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

    /// <summary>The same of many at once, without pictures: their captures, by item.</summary>
    public async Task<IReadOnlyDictionary<Guid, Capture>> WatchAllAsync(IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        var seen = new ConcurrentBag<Seen>();
        await Parallel.ForEachAsync(
            items, new ParallelOptions { MaxDegreeOfParallelism = LooksAtOnce, CancellationToken = cancellationToken },
            async (item, token) => seen.Add(await LookAsync(item, withPicture: false, token)));
        return (await KeepAllAsync([.. seen], CaptureOccasion.Watch, cancellationToken)).ToDictionary(c => c.ItemId);
    }

    private Task<Item> ItemAsync(Guid itemId, CancellationToken cancellationToken) =>
        db.Items.SingleAsync(i => i.Id == itemId, cancellationToken);

    private async Task<Capture> KeepAsync(Item item, CaptureOccasion occasion, bool withPicture, CancellationToken cancellationToken) =>
        (await KeepAllAsync([await LookAsync(item, withPicture, cancellationToken)], occasion, cancellationToken))[0];

    /// <summary>A visit, and its file of evidence.</summary>
    private sealed record Seen(Guid CaptureId, Item Item, DateTimeOffset At, SeenPlace Place, byte[] Warc);

    private async Task<Seen> LookAsync(Item item, bool withPicture, CancellationToken cancellationToken)
    {
        var place = await look.RunAsync(item.Address, withPicture, cancellationToken);
        var now = clock.GetUtcNow();
        var id = TimeOrderedId.At(now);
        return new Seen(id, item, now, place, WarcWriter.ToBytes(WarcOfPlace.Of(id, item.Address, place, now)));
    }

    private async Task<List<Capture>> KeepAllAsync(IReadOnlyList<Seen> looks, CaptureOccasion occasion, CancellationToken cancellationToken)
    {
        List<HeldContent> contents = [];
        foreach (var seen in looks)
        {
            contents.Add(new(seen.Item.Id, seen.Warc));
            contents.AddRange(new[] { seen.Place.Outcome.Body, seen.Place.Picture ?? [] }.Where(c => c.Length > 0).Select(c => new HeldContent(seen.Item.Id, c)));
        }

        await store.KeepAllAsync(contents, cancellationToken);
        List<Capture> captures = [];
        foreach (var seen in looks)
        {
            var files = new CaptureFiles(EvidenceStore.HashOf(seen.Warc), HashOf(seen.Place.Outcome.Body), HashOf(seen.Place.Picture));
            db.CustodyEntries.Add(CustodyEntry.Record(seen.At, CustodyAct.Captured, seen.Item.Id, Actor.Machine("capture"), files.Warc));
            captures.Add(db.Captures.Add(Capture.Keep(seen.CaptureId, seen.Item.Id, occasion, seen.Place, files, seen.At)).Entity);
        }

        return captures;
    }

    private static string? HashOf(byte[]? content) => content is { Length: > 0 } ? EvidenceStore.HashOf(content) : null;
}
