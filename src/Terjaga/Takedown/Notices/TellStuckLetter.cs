using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Mail;
using Terjaga.Common.Work;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Replies;

namespace Terjaga.Takedown.Notices;

/// <summary>A letter that was given up stands at each of its orders; a contact whose server refuses mail is told of as one whose mail came back.</summary>
internal sealed class TellStuckLetter(TerjagaDb db, TimeProvider clock) : IParkedWork
{
    public async Task TellAsync(WorkItem item, Exception why, CancellationToken cancellationToken)
    {
        var warned = db.OrderSteps.Where(s => s.DispatchId == item.SubjectId).Select(s => s.OrderId);
        var orders = await db.Orders.AsNoTracking()
            .Where(o => (o.DispatchId == item.SubjectId && o.State == OrderState.Signed) || warned.Contains(o.Id))
            .OrderBy(o => o.Id).Select(o => new { o.Id, o.RecipientId }).ToListAsync(cancellationToken);
        if (orders.Count == 0)
            return;
        var (now, by) = (clock.GetUtcNow(), Actor.Machine(item.Kind));
        db.Events.AddRange(orders.Select(order => DeskEvent.Record(now, order.Id, ReplyEvents.NotDelivered, by)));
        if (why is MailRefusedException refusal)
            await FindDeadAsync(orders[0].RecipientId, orders[0].Id, refusal, now, by, cancellationToken);
    }

    private async Task FindDeadAsync(
        Guid recipientId, Guid orderId, MailRefusedException refusal, DateTimeOffset now, Actor by, CancellationToken cancellationToken)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == recipientId, cancellationToken);
        if (await db.DeadContacts.AnyAsync(c => c.RecipientId == recipientId && c.Address == recipient.Address, cancellationToken))
            return;
        db.DeadContacts.Add(DeadContact.Refused(recipient, orderId, ReasonOf(refusal.Status), now));
        db.Events.Add(DeskEvent.Record(now, orderId, ReplyEvents.ContactDead, by));
        db.Schedule(TellDeadContactJob.Kind, orderId, now);
    }

    /// <remarks>RFC 5321 section 4.2.2: 550 mailbox unavailable, 551 user not local, 553 name not allowed.</remarks>
    private static BounceReason ReasonOf(int status) => status is 550 or 551 or 553 ? BounceReason.NoMailbox : BounceReason.Other;
}
