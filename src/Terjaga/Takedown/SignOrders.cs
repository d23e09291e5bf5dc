using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
namespace Terjaga.Takedown;

/// <summary>An approver of Komdigi signs the drafted orders of a case; their notices go out then.</summary>
public sealed class SignOrders(TerjagaDb db, WorkSignal signal, TimeProvider clock)
{
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

        var orders = await db.Orders.Where(o => o.CaseFileId == file.Id && o.State != OrderState.Withdrawn).ToListAsync(cancellationToken);
        var drafts = orders.FindAll(o => o.State == OrderState.Drafted);
        if (await RefuseAsync(input, drafts, cancellationToken) is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var rules = await db.RulesOfCaseAsync(file.Id, cancellationToken);
        foreach (var order in drafts)
        {
            db.Events.Add(order.Happen(now, OrderEvents.Signed, input.By.Actor, reason, new Grounds(order.LegalBasisId, rules)));
            db.Schedule(SendNoticeJob.Kind, order.Id, now);
        }

        var items = await db.ItemsOfCaseAsync(file.Id, cancellationToken);
        var isComplete = items.TrueForAll(i => orders.Exists(o => o.ItemId == i.Id));
        db.Events.Add(file.Happen(now, isComplete ? CaseEvents.Ordered : CaseEvents.OrdersSigned, input.By.Actor, reason, new Grounds(drafts[0].LegalBasisId, rules)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }

        signal.Wake();
        return new Signed(drafts.Count);
    }

    private async Task<Problem?> RefuseAsync(Input input, List<Order> drafts, CancellationToken cancellationToken)
    {
        if (await db.HoldOnOrdersAsync(input.CaseFileId, cancellationToken) is { } hold)
            return hold;
        if (drafts.Count == 0)
            return new Problem("order.nothing-to-sign");
        if (drafts.Exists(o => o.DraftedBy == input.By.OfficerId))
            return new Problem("order.signed-by-its-author");
        var recipients = drafts.ConvertAll(o => o.RecipientId);
        return await db.Recipients.AnyAsync(r => recipients.Contains(r.Id) && !r.IsEnabled, cancellationToken)
            ? new Problem("recipient.not-enabled")
            : await db.EndClaimAsync(input.CaseFileId, input.By, clock.GetUtcNow(), cancellationToken);
    }
}
