using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Warnings;

/// <summary>An approver of KP2MI warns the public as a second person proposed it, turns that down, or takes a warning back.</summary>
public sealed class WarnPublic(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid CaseFileId, string? Reason);

    /// <summary>
    /// Publishes what somebody else proposed. Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>warning.not-verified</c>,
    /// <c>warning.no-signs</c>, <c>warning.not-proposed</c>, <c>second-person.required</c> (whoever proposed it cannot publish
    /// it, in whatever role), <c>warning.stands</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(input, cancellationToken)).TryGet(out var root, out var problem) || !Decision.ParseReason(input.Reason).TryGet(out var reason, out problem))
            return problem;
        if (!(await db.SignsToWarnOfAsync(root, cancellationToken)).TryGet(out var signs, out problem))
            return problem;
        if (await db.PublicWarnings.AnyAsync(w => w.CaseFileId == root && w.WithdrawnAt == null, cancellationToken))
            return new Problem("warning.stands");
        if (!(await ProposalAsync(root, input.By, cancellationToken)).TryGet(out var proposal, out problem))
            return problem;

        var now = clock.GetUtcNow();
        proposal.Decide(input.By.OfficerId, now);
        var count = await db.CaseReports.CountAsync(r => r.CaseFileId == root, cancellationToken);
        var (warning, published) = PublicWarning.Publish(root, signs, count, input.By.Actor, reason, await db.GroundsOfCaseAsync(root, cancellationToken), now);
        db.PublicWarnings.Add(warning);
        return await SaveAsync(published, cancellationToken);
    }

    /// <summary>The proposal is at its end and nobody is warned. Fails as <see cref="RunAsync"/> does, and one's own can be turned down by nobody but another.</summary>
    public async Task<Result<Done>> TurnDownAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(input, cancellationToken)).TryGet(out var root, out var problem) || !Decision.ParseReason(input.Reason).TryGet(out var reason, out problem))
            return problem;
        if (!(await ProposalAsync(root, input.By, cancellationToken)).TryGet(out var proposal, out problem))
            return problem;
        var now = clock.GetUtcNow();
        proposal.Decide(input.By.OfficerId, now);
        return await SaveAsync(DeskEvent.Record(now, root, "case.warning-turned-down", input.By.Actor, reason, await db.GroundsOfCaseAsync(root, cancellationToken)), cancellationToken);
    }

    /// <summary>
    /// The page goes on saying that there was one, and that it is withdrawn. Fails with <c>access.denied</c>,
    /// <c>case.unknown</c>, <c>warning.unknown</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> WithdrawAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(input, cancellationToken)).TryGet(out var root, out var problem) || !Decision.ParseReason(input.Reason).TryGet(out var reason, out problem))
            return problem;
        if (await db.PublicWarnings.SingleOrDefaultAsync(w => w.CaseFileId == root && w.WithdrawnAt == null, cancellationToken) is not { } warning)
            return new Problem("warning.unknown");
        return await SaveAsync(warning.Withdraw(input.By.Actor, reason, await db.GroundsOfCaseAsync(root, cancellationToken), clock.GetUtcNow()), cancellationToken);
    }

    private async Task<Result<WarningProposal>> ProposalAsync(Guid root, Acting by, CancellationToken cancellationToken)
    {
        if (await db.WarningProposals.SingleOrDefaultAsync(p => p.CaseFileId == root && p.DecidedAt == null, cancellationToken) is not { } proposal)
            return new Problem("warning.not-proposed");
        return proposal.ProposedBy == by.OfficerId ? new Problem("second-person.required") : proposal;
    }

    private async Task<Result<Done>> SaveAsync(DeskEvent happened, CancellationToken cancellationToken)
    {
        db.Events.Add(happened);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            // Somebody decided about the same proposal, or warned of the same case, at the same time.
            return new Problem("warning.stands");
        }
    }

    private async Task<Result<Guid>> ReadAsync(Input input, CancellationToken cancellationToken) =>
        input.By.Can(Duty.WarnPublic) ? await db.WarnedCaseAsync(input.CaseFileId, cancellationToken) : new Problem("access.denied");
}
