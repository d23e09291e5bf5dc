using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Bulk;

/// <summary>Takes back a decision about several cases, where nothing has followed from it; the others need a decision of their own.</summary>
/// <remarks>
/// While a case has the version that the decision gave it, no colleague has acted on it and nothing of it has left the building:
/// an order, a hand-over or a merge would have made it another.
/// </remarks>
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
        var rows = await db.BulkActCases.Where(c => c.ActId == input.ActId && c.UndoneAt == null)
            .Join(db.CaseFiles, done => done.CaseFileId, file => file.Id, (done, file) => new { Done = done, File = file }).ToListAsync(cancellationToken);
        var open = rows.FindAll(row => row.File.Version == row.Done.VersionAfter && row.File.MergedIntoId is null);
        foreach (var row in open)
        {
            row.Done.Undo(now);
            db.Events.Add(row.File.Happen(now, CaseEvents.UndoneTo(row.Done.StateBefore), input.By.Actor, reason));
        }

        await db.SaveChangesAsync(cancellationToken);
        return new Undone(open.Count, rows.Count - open.Count);
    }
}
