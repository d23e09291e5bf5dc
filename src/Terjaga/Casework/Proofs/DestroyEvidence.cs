using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;

namespace Terjaga.Casework.Proofs;

/// <summary>
/// The evidence of a case is destroyed because the law asks for it: the keys go, and with them every copy in every backup. That
/// there was evidence, and who destroyed it and why, stays.
/// </summary>
public sealed class DestroyEvidence(TerjagaDb db, EvidenceStore store, TimeProvider clock)
{
    /// <param name="Version">The case as the officer saw it.</param>
    public sealed record Input(Acting By, Guid CaseFileId, int Version, string? Reason);

    /// <param name="Left">Places whose evidence another case needs; theirs stays.</param>
    public sealed record Destroyed(int Holders, int Left);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>case.changed</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Destroyed>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.DestroyEvidence))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        var id = input.CaseFileId;
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { MergedIntoId: null } file)
            return new Problem("case.unknown");
        if (file.Version != input.Version)
            return new Problem("case.changed");

        var all = await db.HoldersOfCaseAsync(id, cancellationToken);
        var elsewhere = await db.CaseReports.Where(r => r.CaseFileId != id && r.ItemId != null && all.Contains(r.ItemId.Value))
            .Select(r => r.ItemId!.Value).Distinct().ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var holders = all.Except(elsewhere).ToList();
        foreach (var holder in holders)
        {
            await store.DestroyAsync(holder, cancellationToken);
            db.CustodyEntries.Add(CustodyEntry.Record(now, CustodyAct.Destroyed, holder, input.By.Actor));
        }

        foreach (var capture in await db.Captures.Where(c => holders.Contains(c.ItemId) && c.Text != null).ToListAsync(cancellationToken))
            capture.Forget();
        db.Events.Add(file.Happen(now, CaseEvents.EvidenceDestroyed, input.By.Actor, reason, await db.GroundsOfCaseAsync(id, cancellationToken)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }

        return new Destroyed(holders.Count, elsewhere.Count);
    }
}
