using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown;

/// <summary>An approver of Komdigi signs the drafted orders of a case; their notices go out then, one letter for many orders of one recipient.</summary>
public sealed class SignOrders(TerjagaDb db, WorkSignal signal, TimeProvider clock)
{
    private readonly DispatchDrafts _dispatches = new(db);

    public sealed record Input(Acting By, Guid CaseFileId, int Version, string? Reason);

    /// <param name="Count">How many orders were signed.</param>
    public sealed record Signed(int Count);

    /// <summary>
    /// Stores signatures and the work of sending together. Fails with <c>access.denied</c>, <c>case.unknown</c>,
    /// <c>case.changed</c>, <c>danger.hold</c>, <c>case.claimed</c>, <c>case.step-not-open</c>, <c>order.nothing-to-sign</c>, <c>order.signed-by-its-author</c>,
    /// <c>recipient.not-enabled</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Signed>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.SignOrder))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken) is not { } file)
            return new Problem("case.unknown");
        if (file.Version != input.Version)
            return new Problem("case.changed");
        if (!CaseFlow.Allows(file.State, CaseEvents.OrdersSigned))
            return new Problem("case.step-not-open");

        var drafts = await _dispatches.OfCaseAsync(file.Id, cancellationToken);
        if (await RefuseAsync(input, drafts, cancellationToken) is { } refusal)
            return refusal;

        var signature = new DispatchDrafts.Signature(file.Id, input.By.Actor, reason, await db.RulesOfCaseAsync(file.Id, cancellationToken), clock.GetUtcNow());
        var kind = await OpenPlaces.IsNoneAsync(db, file.Id, cancellationToken) ? CaseEvents.Ordered : CaseEvents.OrdersSigned;
        db.Events.Add(file.Happen(signature.At, kind, input.By.Actor, reason, new Grounds(drafts[0].Group.LegalBasisId, signature.Rules)));
        try
        {
            await db.TogetherAsync(() => StoreAsync(drafts, signature, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }

        signal.Wake();
        return new Signed(drafts.Count);
    }

    /// <remarks>The case first: who was slower sees it before the many rows are written.</remarks>
    private async Task StoreAsync(List<DispatchDrafts.Draft> drafts, DispatchDrafts.Signature signature, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await _dispatches.StoreAsync(drafts, signature, cancellationToken);
    }

    private async Task<Problem?> RefuseAsync(Input input, List<DispatchDrafts.Draft> drafts, CancellationToken cancellationToken)
    {
        if (await db.HoldOnOrdersAsync(input.CaseFileId, cancellationToken) is { } hold)
            return hold;
        if (drafts.Count == 0)
            return new Problem("order.nothing-to-sign");
        if (drafts.Exists(o => o.Group.DraftedBy == input.By.OfficerId))
            return new Problem("order.signed-by-its-author");
        List<Guid> recipients = [.. drafts.Select(o => o.Group.RecipientId).Distinct()];
        return await db.Recipients.AnyAsync(r => recipients.Contains(r.Id) && !r.IsEnabled, cancellationToken)
            ? new Problem("recipient.not-enabled")
            : await db.EndClaimAsync(input.CaseFileId, input.By, clock.GetUtcNow(), cancellationToken);
    }
}
