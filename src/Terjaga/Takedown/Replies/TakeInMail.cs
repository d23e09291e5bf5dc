using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Replies;

/// <summary>Takes in a mail that came back: it is read, sealed, and shown at its order. It never makes an order removed or refused.</summary>
public sealed partial class TakeInMail(
    TerjagaDb db, ReadMail read, FindRepliedOrder find, DeskKey desk, WorkSignal signal, TimeProvider clock, ILogger<TakeInMail> logger)
{
    /// <param name="IsNew">False for a mail that was taken in before.</param>
    public sealed record Taken(Guid OrderId, MailKind Kind, bool IsNew);

    /// <summary>Stores the mail, its event and the work that follows together, once. Fails with <c>mail.invalid</c> or <c>mail.no-order</c>.</summary>
    /// <param name="mail">As it came; of more than <see cref="MailLimits.MaxBytes"/> the beginning is kept.</param>
    public async Task<Result<Taken>> RunAsync(ReadOnlyMemory<byte> mail, CancellationToken cancellationToken)
    {
        if (!read.Read(mail).TryGet(out var reading, out var problem))
            return problem;
        if (await find.RunAsync(reading, cancellationToken) is not { } found)
            return new Problem("mail.no-order");
        if (await IsKnownAsync(found.Order.Id, reading, cancellationToken))
            return new Taken(found.Order.Id, reading.Kind, IsNew: false);

        var now = clock.GetUtcNow();
        var reply = db.OrderReplies.Add(OrderReply.Take(desk, found.Order, reading, mail.Span, found.IsProven, now)).Entity;
        db.Events.Add(DeskEvent.Record(now, found.Order.Id, ReplyEvents.Of(reading.Kind), ActorOf(found.Order, reading.Kind)));
        if (found.IsProven && reading.Kind is (MailKind.Answer or MailKind.Acknowledgement))
            await AcknowledgeAsync(found.Order, now, cancellationToken);
        await WeighContactAsync(reading, reply, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another door took the same mail, or another mail told of the same contact, in the same moment.
            db.ChangeTracker.Clear();
            if (!await IsKnownAsync(found.Order.Id, reading, cancellationToken))
                throw;
            return new Taken(found.Order.Id, reading.Kind, IsNew: false);
        }

        signal.Wake();
        LogTaken(found.Order.Id, reading.Kind);
        return new Taken(found.Order.Id, reading.Kind, IsNew: true);
    }

    private Task<bool> IsKnownAsync(Guid orderId, MailReading reading, CancellationToken cancellationToken) =>
        db.OrderReplies.AnyAsync(r => r.OrderId == orderId && r.Fingerprint == reading.Fingerprint, cancellationToken);

    /// <summary>What answers a letter shows that all of it was received.</summary>
    private async Task AcknowledgeAsync(Order answered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var orders = await db.Orders.Where(o => o.Id == answered.Id || (answered.DispatchId != null && o.DispatchId == answered.DispatchId && !o.IsLeftOut)).ToListAsync(cancellationToken);
        foreach (var order in orders)
            order.Acknowledge(now);
    }

    private static Actor ActorOf(Order order, MailKind kind) =>
        kind is MailKind.Answer or MailKind.Acknowledgement ? Actor.Recipient(order.RecipientId) : Actor.Machine("take-in-mail");

    /// <summary>Our mail went to one address: what comes back as failed is about that one, whatever it is called behind it.</summary>
    private async Task WeighContactAsync(MailReading reading, OrderReply reply, CancellationToken cancellationToken)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == reply.RecipientId, cancellationToken);
        if (recipient.Channel != RecipientChannel.Mail)
            return;
        var dead = await db.DeadContacts.SingleOrDefaultAsync(c => c.RecipientId == recipient.Id && c.Address == recipient.Address, cancellationToken);
        if (!DeadContact.IsSeenIn(reading))
        {
            if (dead is not null && reply.IsProven && reading.Kind is MailKind.Answer or MailKind.Acknowledgement or MailKind.Delivery)
                db.DeadContacts.Remove(dead);
            return;
        }

        dead?.FailAgain(reply);
        if (dead is not null)
            return;
        db.DeadContacts.Add(DeadContact.Find(recipient, reply));
        db.Events.Add(DeskEvent.Record(reply.TakenAt, reply.OrderId, ReplyEvents.ContactDead, Actor.Machine("take-in-mail")));
        db.Schedule(TellDeadContactJob.Kind, reply.OrderId, reply.TakenAt);
    }

    [LoggerMessage(LogLevel.Information, "Mail about order {OrderId} taken in: {Kind}")]
    private partial void LogTaken(Guid orderId, MailKind kind);
}
