using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Answers;

/// <summary>A recipient objects to an order (<c>sanggah</c>): it becomes an appeal of the case, which officers decide about.</summary>
public sealed class ObjectToOrder(TerjagaDb db, AnswerToken tokens, TimeProvider clock)
{
    /// <summary>How often it is tried again where the case changed in the same moment.</summary>
    private const int Tries = 5;

    /// <summary>By the link in a letter. Fails as <see cref="RunAsync"/> does.</summary>
    public async Task<Result<Done>> ByTokenAsync(string? token, string? reason, CancellationToken cancellationToken)
    {
        var id = tokens.Read(token);
        return await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is { } order
            ? await RunAsync(order.RecipientId, order.Id, reason, cancellationToken)
            : new Problem("order.unknown");
    }

    /// <summary>
    /// The same words again change nothing. Fails with <c>order.unknown</c> (also for another's, and for one that was not sent), <c>order.answer-closed</c> (too much was said), or what
    /// <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Guid recipientId, Guid orderId, string? typed, CancellationToken cancellationToken)
    {
        if (!Decision.ParseReason(typed).TryGet(out var reason, out var problem))
            return problem;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ObjectAsync(recipientId, orderId, reason, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // An order or case that moved on, or another's objection that opened the appeal in the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result<Done>> ObjectAsync(Guid recipientId, Guid orderId, string reason, CancellationToken cancellationToken)
    {
        if (await db.Orders.SingleOrDefaultAsync(o => o.Id == orderId && o.RecipientId == recipientId && o.SentAt != null, cancellationToken) is not { } order)
            return new Problem("order.unknown");
        if (await db.Events.AnyAsync(e => e.SubjectId == orderId && e.Kind == OrderEvents.Objected && e.Reason == reason, cancellationToken))
            return Done.Yes;
        if (order.Version >= Order.MostHappenings)
            return new Problem("order.answer-closed");
        var (now, by) = (clock.GetUtcNow(), Actor.Recipient(recipientId));
        order.Acknowledge(now);
        db.Events.Add(order.Happen(now, OrderEvents.Objected, by, reason));
        await db.ObjectAsync(order.CaseFileId, reason, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
