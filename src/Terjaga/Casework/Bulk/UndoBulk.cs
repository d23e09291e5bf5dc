using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Undoing;

namespace Terjaga.Casework.Bulk;

/// <summary>Takes back a decision about several cases, where nothing has followed from it; the others need a decision of their own.</summary>
public sealed class UndoBulk(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid ActId, string? Reason);

    /// <param name="Kept">Cases that have gone on since and stay as they are.</param>
    public sealed record Undone(int Count, int Kept);

    /// <summary>
    /// All that can be taken back, together or not at all. Fails with <c>access.denied</c>, <c>bulk.unknown</c>, <c>bulk.nothing-to-undo</c>,
    /// <c>case.changed</c> (a colleague acted in this moment), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Undone>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (await db.BulkActs.AsNoTracking().SingleOrDefaultAsync(a => a.Id == input.ActId, cancellationToken) is not { } act)
            return new Problem("bulk.unknown");
        if (!input.By.Can(CaseSteps.Of(act.Step, null).Duty))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        try
        {
            var undone = new Undone(0, 0);
            await db.TogetherAsync(async () => undone = await UndoAsync(input, reason, cancellationToken), cancellationToken);
            return undone.Count == 0 ? new Problem("bulk.nothing-to-undo") : undone;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }
    }

    private async Task<Undone> UndoAsync(Input input, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db.StandingOf(db.CaseDecisions.Where(d => d.ActId == input.ActId)).ToListAsync(cancellationToken);
        var open = rows.FindAll(row => row.WhyNot is null);
        foreach (var row in open)
            await db.TakeBackAsync(row, input.By, reason, now, cancellationToken);

        await db.SaveChangesAsync(cancellationToken);
        return new Undone(open.Count, rows.Count - open.Count);
    }
}
