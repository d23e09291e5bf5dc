using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown;

/// <summary>Sends the letter of signed orders; their clocks start when the recipient's own server has taken it.</summary>
/// <remarks>
/// Three steps, each stored before the next: every place is seen again; the list of orders is closed, without what is gone by then;
/// the letter goes out, or waits until it is fetched or handed over. A crash
/// between sending and storing sends again, with the same identity and, the list being closed, the same words: a letter that comes
/// twice does no harm, one that never comes does.
/// </remarks>
internal sealed class SendNoticeJob(TerjagaDb db, CaptureItem capture, GoneBeforeSending gone, TellRecipient tell, LetterTaken taken, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "send-notice";

    /// <summary>Places looked at in one piece of work: slow sites must not outlast the lease.</summary>
    private const int LooksAtOnce = 4;

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await FindAsync(item, cancellationToken) is not { SentAt: null } dispatch || await IsReversedAsync(dispatch, cancellationToken))
            return;

        var orders = await db.Orders.Where(o => o.DispatchId == dispatch.Id && !o.IsLeftOut).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        var hasIt = orders.Exists(o => o.SentAt is not null);
        if (dispatch.ComposedAt is null && !hasIt)
        {
            if (await SeeAgainAsync(dispatch, orders, cancellationToken))
            {
                await gone.RunAsync(dispatch, orders, cancellationToken);
                if (!Close(dispatch, orders))
                    return;
            }

            item.ComeBack(clock.GetUtcNow());
            return;
        }

        // Who has answered one of its orders has the letter, though the desk died before it stored that.
        if (!hasIt && !await tell.RunAsync(dispatch, cancellationToken))
            return;
        var now = clock.GetUtcNow();
        await taken.RunAsync(dispatch, new Handing(now, now, _by, null), cancellationToken);
    }

    /// <summary>The letter that the work is about; work of an earlier version names an order.</summary>
    private async Task<Dispatch?> FindAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await db.Dispatches.SingleOrDefaultAsync(d => d.Id == item.SubjectId, cancellationToken) is { } dispatch)
            return dispatch;
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (order is { State: OrderState.Signed, DispatchId: null })
            db.Schedule(Kind, (await db.AdoptAsync(order, cancellationToken)).Id, clock.GetUtcNow());
        return null;
    }

    /// <summary>An objection was upheld a moment ago, and the work that ends its orders has not come to this one.</summary>
    private Task<bool> IsReversedAsync(Dispatch dispatch, CancellationToken cancellationToken) => db.CaseFiles
        .AnyAsync(c => c.Id == dispatch.CaseFileId && (c.State == CaseState.Dismissed || c.State == CaseState.Correcting), cancellationToken);

    /// <summary>The proof first: what was ordered must have been seen again since; a letter does not wait for pictures. False while some are left.</summary>
    private async Task<bool> SeeAgainAsync(Dispatch dispatch, List<Order> orders, CancellationToken cancellationToken)
    {
        List<Guid> places = [.. orders.Where(o => o.State == OrderState.Signed).Select(o => o.ItemId)];
        var seen = await db.Captures.AsNoTracking()
            .Where(c => places.Contains(c.ItemId) && c.Occasion == CaptureOccasion.Order && c.At >= dispatch.DraftedAt)
            .Select(c => c.ItemId).Distinct().ToListAsync(cancellationToken);
        List<Guid> unseen = [.. places.Except(seen)];
        foreach (var place in unseen.Take(LooksAtOnce))
            await capture.AgainAsync(place, dispatch.DraftedAt, withPicture: false, cancellationToken);
        return unseen.Count <= LooksAtOnce;
    }

    /// <summary>From here on the letter says the same, whatever happens to its orders. False where none is left to tell of.</summary>
    private bool Close(Dispatch dispatch, List<Order> orders)
    {
        foreach (var order in orders.Where(o => o.State == OrderState.Withdrawn))
            order.LeaveOut();
        if (orders.TrueForAll(o => o.IsLeftOut))
            return false;
        dispatch.Compose(clock.GetUtcNow());
        return true;
    }
}
