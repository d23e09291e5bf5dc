using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>A recipient answers many of its orders at once: in one transaction, with few statements, and one row that is wrong stops no other.</summary>
public sealed class AnswerOrders(TerjagaDb db, WatchOptions watch, WorkSignal signal, TimeProvider clock)
{
    /// <summary>Most rows of one call.</summary>
    public const int MaxRows = 1_000;

    /// <summary>How often it is tried again where an order changed in the same moment.</summary>
    private const int Tries = 5;

    /// <summary>As it was sent; nothing of it is trusted.</summary>
    /// <param name="Order">Id of an order.</param>
    /// <param name="Status"><c>acknowledged</c>, <c>removed</c>, <c>partly</c>, or <c>refused</c> with a reason.</param>
    /// <param name="At">When it was done, by the recipient's clock (ISO 8601); null where it does not say.</param>
    public sealed record Row(string? Order, string? Status, string? Reason = null, string? At = null);

    /// <param name="Order">As it was sent.</param>
    /// <param name="Code">Why the row was not taken; null where it was, now or before.</param>
    public sealed record RowAnswer(string? Order, string? Code);

    /// <param name="Taken">Rows that were taken, now or before.</param>
    /// <param name="Rows">In the order in which they came.</param>
    public sealed record Answered(int Taken, int Refused, IReadOnlyList<RowAnswer> Rows);

    /// <summary>
    /// The same answer again changes nothing. Fails with <c>answers.count-invalid</c>; a row with what <see cref="OrderAnswer.Read"/>
    /// tells, <c>order.unknown</c> (also for another's) or <c>order.answer-closed</c>.
    /// </summary>
    public async Task<Result<Answered>> RunAsync(Guid recipientId, IReadOnlyList<Row>? rows, CancellationToken cancellationToken)
    {
        if (rows is not { Count: > 0 and <= MaxRows })
            return new Problem("answers.count-invalid", MaxRows);
        var now = clock.GetUtcNow();
        var readings = rows.Select(row => row is null ? new Problem("answer.invalid") : OrderAnswer.Read(row, now)).ToList();
        List<OrderAnswer> answers = [.. readings.Select(reading => reading.TryGet(out var answer, out _) ? answer : null).OfType<OrderAnswer>()];
        var codes = await StoreAsync(recipientId, answers, isProven: false, cancellationToken);
        var next = 0;
        List<RowAnswer> told = [.. rows.Zip(readings, (row, reading) => new RowAnswer(row?.Order, reading.TryGet(out _, out var problem) ? codes[next++] : problem.Code))];
        var taken = told.Count(row => row.Code is null);
        return new Answered(taken, told.Count - taken, told);
    }

    /// <summary>The code of each answer that was not taken; null where it was.</summary>
    /// <param name="isProven">True where who answers has proven to hold the notice itself, sent or not.</param>
    internal async Task<IReadOnlyList<string?>> StoreAsync(Guid recipientId, List<OrderAnswer> answers, bool isProven, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                IReadOnlyList<string?> codes = [];
                await db.TogetherAsync(async () => codes = await AnswerAsync(recipientId, answers, isProven, cancellationToken), cancellationToken);
                signal.Wake();
                return codes;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<string?>> AnswerAsync(Guid recipientId, List<OrderAnswer> answers, bool isProven, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. answers.Select(a => a.Order).Distinct()];
        var own = db.Orders.Where(o => ids.Contains(o.Id) && o.RecipientId == recipientId && o.State != OrderState.Drafted && !o.IsLeftOut);
        await StartClocksAsync(own, Actor.Recipient(recipientId), isProven, cancellationToken);

        Guid[] partly = [.. answers.Where(a => a.Status == SaidStatus.Partly).Select(a => a.Order)];
        var said = partly.Length == 0 ? [] : await db.Events.AsNoTracking().Where(e => partly.Contains(e.SubjectId) && e.Kind == OrderEvents.SaidPartly)
            .Select(e => new { e.SubjectId, e.Reason }).ToListAsync(cancellationToken);
        var heard = new AnsweredOrders(
            await own.AsNoTracking().Where(o => o.SentAt != null).ToListAsync(cancellationToken), said.Select(e => new OrderAnswer(e.SubjectId, SaidStatus.Partly, e.Reason)), clock.GetUtcNow());
        List<string?> codes = [.. answers.Select(heard.Hear)];
        await heard.StoreAsync(db, cancellationToken);
        return codes;
    }

    /// <summary>Who answers has the notice, even where the desk died between sending it and storing that it was sent.</summary>
    private async Task StartClocksAsync(IQueryable<Order> own, Actor by, bool isProven, CancellationToken cancellationToken)
    {
        var letters = db.Dispatches;
        var begun = await own.Where(o => o.State == OrderState.Signed && (isProven || letters.Any(d => d.Id == o.DispatchId && d.ComposedAt != null)))
            .ToListAsync(cancellationToken);
        if (begun.Count == 0)
            return;
        foreach (var order in begun)
            await db.StartClocksAsync(order, watch, clock.GetUtcNow(), by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
