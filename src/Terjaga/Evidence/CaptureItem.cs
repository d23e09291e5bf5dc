using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Http;
using Terjaga.Evidence.Store;

namespace Terjaga.Evidence;

/// <summary>Visits a place and keeps what it shows.</summary>
internal sealed class CaptureItem(TerjagaDb db, GuardedClient client, EvidenceStore store, TimeProvider clock)
{
    /// <summary>A place that was seen this recently is not visited again for another report of it.</summary>
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(10);

    /// <summary>Finds the item, or adds it, and looks at it unless that was just done; the caller saves.</summary>
    public async Task RunAsync(WebAddress address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var item = await db.Items.SingleOrDefaultAsync(i => i.Address == address, cancellationToken);
        var since = now - _fresh;
        if (item is not null && await db.Captures.AnyAsync(c => c.ItemId == item.Id && c.At > since, cancellationToken))
            return;

        item ??= db.Items.Add(Item.Find(address, now)).Entity;
        await LookAsync(item, cancellationToken);
    }

    /// <summary>Looks at an item now; the caller saves what was seen.</summary>
    public async Task<Capture> LookAsync(Item item, CancellationToken cancellationToken)
    {
        var outcome = await client.FetchAsync(item.Address, cancellationToken);
        var sha256 = outcome.Body.Length > 0 ? await store.KeepAsync(item.Id, outcome.Body, cancellationToken) : null;
        var text = outcome.StatusCode is >= 200 and < 300
            ? await PageText.ReadAsync(outcome.Body, outcome.MediaType, cancellationToken)
            : null;
        return db.Captures.Add(Capture.See(item.Id, outcome, sha256, text, clock.GetUtcNow())).Entity;
    }
}
