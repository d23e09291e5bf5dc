using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Undoing;
using Terjaga.Common.Events;

namespace Terjaga.Takedown;

/// <summary>An officer takes back the last decision about a case, with the orders that were drafted by it, while nothing has followed from it.</summary>
public sealed class UndoDecision(TerjagaDb db, TimeProvider clock)
{
    /// <param name="Version">The case as the officer saw it.</param>
    public sealed record Input(Acting By, Guid CaseFileId, int Version, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>case.changed</c>, <c>case.claimed</c>, what <see cref="Decision.ParseReason"/>
    /// tells, or a code that names what puts it right instead: <c>undo.nothing</c>, <c>undo.order-out</c>, <c>undo.reporter-told</c>,
    /// <c>undo.public-warned</c>, <c>undo.left</c>.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken) is not { } file)
            return new Problem("case.unknown");
        if (file.Version != input.Version || file.MergedIntoId is not null)
            return new Problem("case.changed");
        if (!(await db.LastDecisionAsync(file, cancellationToken)).TryGet(out var last, out problem))
            return problem;
        if (!input.By.Can(last.Decision.Duty))
            return new Problem("access.denied");
        var now = clock.GetUtcNow();
        if (await db.EndClaimAsync(file.Id, input.By, now, cancellationToken) is { } held)
            return held;

        foreach (var order in await DraftedByAsync(last.Decision, cancellationToken))
            db.Events.Add(order.Happen(now, OrderEvents.Withdrawn, input.By.Actor, reason, new Grounds(order.LegalBasisId, null)));
        await db.TakeBackAsync(last, input.By, reason, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }
    }

    /// <remarks>An order is as old as the decision that drafted it, to the instant.</remarks>
    private Task<List<Order>> DraftedByAsync(CaseDecision decision, CancellationToken cancellationToken) => db.Orders
        .Where(o => o.CaseFileId == decision.CaseFileId && o.State == OrderState.Drafted && o.DraftedAt == decision.At).ToListAsync(cancellationToken);
}
