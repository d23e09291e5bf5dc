using Microsoft.EntityFrameworkCore;
using Terjaga.Takedown.Ladder;

namespace Terjaga.Takedown.Answers;

/// <summary>A recipient says the same of all orders of one letter, such as that it has it.</summary>
public sealed class AnswerLetter(TerjagaDb db, ReadOwnLetters letters, AnswerOrders answers)
{
    /// <param name="Status">As in <see cref="AnswerOrders.Row"/>.</param>
    public sealed record Input(Guid RecipientId, Guid LetterId, string? Status, string? Reason = null);

    /// <summary>Fails with <c>dispatch.unknown</c>, or as <see cref="AnswerOrders"/> does; each order may still be refused.</summary>
    public async Task<Result<AnswerOrders.Answered>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await letters.OpenAsync(input.RecipientId, input.LetterId, cancellationToken)).TryGet(out _, out var problem))
            return problem;
        var (id, steps) = (input.LetterId, db.OrderSteps);
        var orders = await db.Orders.AsNoTracking()
            .Where(o => o.RecipientId == input.RecipientId && o.SentAt != null
                && (o.DispatchId == id || o.WithdrawalId == id || steps.Any(s => s.OrderId == o.Id && s.DispatchId == id)))
            .OrderBy(o => o.Id).Take(AnswerOrders.MaxRows).Select(o => o.Id).ToListAsync(cancellationToken);
        return orders.Count == 0
            ? new AnswerOrders.Answered(0, 0, [])
            : await answers.RunAsync(input.RecipientId, orders.ConvertAll(order => new AnswerOrders.Row($"{order:D}", input.Status, input.Reason)), cancellationToken);
    }
}
