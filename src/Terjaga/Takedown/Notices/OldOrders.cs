using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Notices;

/// <summary>Orders that were signed before there were dispatches: each gets one of its own where it is needed.</summary>
internal static class OldOrders
{
    extension(TerjagaDb db)
    {
        /// <summary>The caller saves.</summary>
        public async Task<Dispatch> AdoptAsync(Order order, CancellationToken cancellationToken)
        {
            var events = await db.Events.AsNoTracking()
                .Where(e => e.SubjectId == order.Id && (e.Kind == OrderEvents.Drafted || e.Kind == OrderEvents.Signed))
                .OrderBy(e => e.Id).Select(e => new { e.Kind, e.At, e.Reason }).ToListAsync(cancellationToken);
            var signedAt = events.FindLast(e => e.Kind == OrderEvents.Signed)?.At ?? order.DraftedAt;
            var group = new DraftGroup(order.RecipientId, order.LegalBasisId, order.ContentClass, order.UrgencyGround, order.DraftedBy, order.DraftedAt);
            var number = 0;
            await db.TogetherAsync(async () => number = await db.TakeLettersAsync(signedAt, 1, cancellationToken), cancellationToken);
            var dispatch = Dispatch.Sign(group, order.CaseFileId, events.Find(e => e.Kind == OrderEvents.Drafted)?.Reason ?? "", number, signedAt);
            if (order.SentAt is { } sentAt)
            {
                dispatch.Compose(sentAt);
                dispatch.Send(sentAt);
            }

            order.Enter(dispatch.Id);
            return db.Dispatches.Add(dispatch).Entity;
        }
    }
}
