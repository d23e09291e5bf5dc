using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Ladder;

/// <summary>An approver of Komdigi releases what the clock has prepared against one recipient of a case: a warning goes out, a referral is recorded.</summary>
public sealed class ReleaseSteps(TerjagaDb db, LadderSteps ladder, WorkSignal signal, TimeProvider clock)
{
    /// <param name="Code">Of the step that is released.</param>
    public sealed record Input(Acting By, Guid CaseFileId, Guid RecipientId, string? Code, string? Reason);

    /// <param name="Count">For how many orders.</param>
    public sealed record Released(int Count);

    private sealed record Prepared(OrderStep Step, Order Order);

    /// <summary>
    /// Stores the release and the work of sending together. Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>danger.hold</c>,
    /// <c>step.nothing-to-release</c> (a colleague was faster, or the content is gone meanwhile), <c>recipient.not-enabled</c>, or what
    /// <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Released>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.SignOrder))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (!await db.CaseFiles.AnyAsync(c => c.Id == input.CaseFileId, cancellationToken))
            return new Problem("case.unknown");
        if (await db.HoldOnOrdersAsync(input.CaseFileId, cancellationToken) is { } hold)
            return hold;

        var prepared = await PreparedAsync(input, cancellationToken);
        if (prepared.Count == 0 || ladder.Find(input.Code) is not { } row)
            return new Problem("step.nothing-to-release");
        if (row.Kind == LadderSteps.Kind.Warning && !await db.Recipients.AnyAsync(r => r.Id == input.RecipientId && r.IsEnabled, cancellationToken))
            return new Problem("recipient.not-enabled");
        try
        {
            await db.TogetherAsync(() => StoreAsync(prepared, row, input.By, reason, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("step.nothing-to-release");
        }

        signal.Wake();
        return new Released(prepared.Count);
    }

    private async Task<List<Prepared>> PreparedAsync(Input input, CancellationToken cancellationToken) => await (
        from step in db.OrderSteps
        join order in db.Orders on step.OrderId equals order.Id
        where step.CaseFileId == input.CaseFileId && step.RecipientId == input.RecipientId && step.Code == input.Code && step.ReleasedAt == null
            && (order.State == OrderState.Sent || order.State == OrderState.SaidRemoved || order.State == OrderState.Refused)
        orderby step.Id
        select new Prepared(step, order)).ToListAsync(cancellationToken);

    private async Task StoreAsync(List<Prepared> prepared, LadderSteps.Row row, Acting by, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var letters = prepared.GroupBy(p => p.Order.DispatchId).SelectMany(same => same.Chunk(Dispatch.MaxOrders)).ToList();
        var number = row.Kind == LadderSteps.Kind.Warning ? await db.TakeLettersAsync(now, letters.Count, cancellationToken) : 0;
        foreach (var letter in letters)
        {
            Dispatch? warning = null;
            if (row.Kind == LadderSteps.Kind.Warning)
            {
                var order = await db.Dispatches.SingleAsync(d => d.Id == letter[0].Order.DispatchId, cancellationToken);
                warning = db.Dispatches.Add(order.Warn(row.Code, reason, number++, now)).Entity;
                db.Schedule(SendWarningJob.Kind, warning.Id, now);
            }

            foreach (var (step, order) in letter)
            {
                step.Release(by.OfficerId, warning?.Id, now);
                // Without a letter no clock runs: what follows is prepared at once.
                if (warning is null)
                    db.Schedule(DeadlineJob.Kind, order.Id, now);
                db.Events.Add(order.Happen(now, OrderEvents.StepReleased, by.Actor, $"{row.Code}: {reason}", new Grounds(order.LegalBasisId, null)));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
