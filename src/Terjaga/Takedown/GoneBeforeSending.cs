using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Evidence;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>Ends the orders of a letter whose content is gone by the last look before it goes out: nobody is asked to take away what is away.</summary>
/// <remarks>
/// Only what the desk had seen there can it see to be gone; of the rest nobody knows, and the letter says so by asking. The order ends as
/// withdrawn and never as confirmed gone, for it was one look.
/// </remarks>
internal sealed class GoneBeforeSending(TerjagaDb db, WatchVerdict verdict, TimeProvider clock)
{
    private const string Reason = "gone-before-sending";

    private static readonly Actor _by = Actor.Machine(SendNoticeJob.Kind);

    /// <param name="orders">Those of the letter, tracked; the caller saves.</param>
    public async Task RunAsync(Dispatch dispatch, IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        List<Guid> places = [.. orders.Where(o => o.State == OrderState.Signed).Select(o => o.ItemId)];
        var gone = await GoneAsync(places, dispatch.DraftedAt, cancellationToken);
        if (gone.Count == 0)
            return;

        var now = clock.GetUtcNow();
        foreach (var order in orders.Where(o => o.State == OrderState.Signed && gone.Contains(o.ItemId)))
            db.Events.Add(order.Happen(now, OrderEvents.Withdrawn, _by, Reason, new Grounds(order.LegalBasisId, null)));
        var file = await db.CaseFiles.SingleAsync(c => c.Id == dispatch.CaseFileId, cancellationToken);
        var ended = orders.Where(o => o.State == OrderState.Withdrawn).Select(o => o.Id).ToList();
        var isNoneLeft = !await db.Orders.AnyAsync(o => o.CaseFileId == file.Id && o.State != OrderState.Withdrawn && !ended.Contains(o.Id), cancellationToken);
        var kind = isNoneLeft && CaseFlow.Allows(file.State, CaseEvents.NothingToSend) ? CaseEvents.NothingToSend : CaseEvents.GoneBeforeSending;
        db.Events.Add(file.Happen(now, kind, _by, on: await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
    }

    private async Task<HashSet<Guid>> GoneAsync(List<Guid> places, DateTimeOffset draftedAt, CancellationToken cancellationToken)
    {
        var looks = await db.Captures.AsNoTracking()
            .Where(c => places.Contains(c.ItemId) && c.Occasion == CaptureOccasion.Order && c.At >= draftedAt).OrderBy(c => c.Id).ToListAsync(cancellationToken);

        // What this very step has seen is not stored yet.
        looks.AddRange(db.ChangeTracker.Entries<Capture>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).OrderBy(c => c.Id));
        var gone = new HashSet<Guid>();
        foreach (var last in looks.GroupBy(c => c.ItemId).Select(same => same.Last()).Where(look => look.StatusCode is not null))
        {
            var before = await db.Captures.AsNoTracking()
                .Where(c => c.ItemId == last.ItemId && c.Id != last.Id && c.Occasion != CaptureOccasion.Watch && c.State == ItemState.There && c.At < last.At)
                .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
            if (before is null)
                continue;
            var place = await db.Items.AsNoTracking().SingleAsync(i => i.Id == last.ItemId, cancellationToken);
            if (verdict.Of(place.Address, before, last) == WatchedState.Gone)
                gone.Add(last.ItemId);
        }

        return gone;
    }
}
