using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
namespace Terjaga.Takedown;

/// <summary>A recipient answers an order: removed, or refused with a reason.</summary>
public sealed class AnswerOrder(
    TerjagaDb db, AnswerToken tokens, WatchOptions watch, WorkSignal signal, TimeProvider clock)
{
    /// <param name="IsRemoved">False for a refusal, which needs a reason.</param>
    public sealed record Input(string? Token, bool IsRemoved, string? Reason);

    /// <summary>
    /// Keeps the answer and looks at once whether it is true; the same answer again changes nothing. Fails with
    /// <c>order.unknown</c>, <c>order.answer-closed</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        string? reason = null;
        var needsReason = !input.IsRemoved || !string.IsNullOrWhiteSpace(input.Reason);
        if (needsReason && !Decision.ParseReason(input.Reason).TryGet(out reason, out var problem))
            return problem;
        var id = tokens.Read(input.Token);
        if (await db.Orders.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } order)
            return new Problem("order.unknown");

        var by = Actor.Recipient(order.RecipientId);

        // Who answers has the notice, even where the desk died between sending it and storing that it was sent.
        if (order.State == OrderState.Signed)
            await db.StartClocksAsync(order, watch, clock.GetUtcNow(), by, cancellationToken);
        var kind = input.IsRemoved ? OrderEvents.SaidRemoved : OrderEvents.Refused;
        if (OrderEvents.Next(order.State, kind) == order.State)
            return IsSame(order.State, input.IsRemoved) ? Done.Yes : new Problem("order.answer-closed");

        var now = clock.GetUtcNow();
        order.Acknowledge(now);
        db.Events.Add(order.Happen(now, kind, by, reason));
        if (input.IsRemoved)
            db.Schedule(CheckOrderJob.OnceKind, order.Id, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await RunAsync(input, cancellationToken);
        }

        signal.Wake();
        return Done.Yes;
    }

    private static bool IsSame(OrderState state, bool isRemoved) => isRemoved
        ? state is OrderState.SaidRemoved or OrderState.SeenGone or OrderState.ConfirmedGone
        : state is OrderState.Refused;
}
