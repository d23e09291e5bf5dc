using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Warnings;

/// <summary>An officer of KP2MI proposes that the public is warned of a verified campaign's tricks; somebody else publishes.</summary>
public sealed class ProposeWarning(TerjagaDb db, TimeProvider clock)
{
    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>warning.not-verified</c>, <c>warning.no-signs</c>,
    /// <c>warning.stands</c>, <c>warning.proposed</c> (one waits already), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(WarnPublic.Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.LinkOffers))
            return new Problem("access.denied");
        if (!(await db.WarnedCaseAsync(input.CaseFileId, cancellationToken)).TryGet(out var root, out var problem)
            || !Decision.ParseReason(input.Reason).TryGet(out var reason, out problem))
        {
            return problem;
        }

        if (!(await db.SignsToWarnOfAsync(root, cancellationToken)).TryGet(out _, out problem))
            return problem;
        if (await db.PublicWarnings.AnyAsync(w => w.CaseFileId == root && w.WithdrawnAt == null, cancellationToken))
            return new Problem("warning.stands");

        var (proposal, proposed) = WarningProposal.Propose(root, input.By, reason, await db.GroundsOfCaseAsync(root, cancellationToken), clock.GetUtcNow());
        db.WarningProposals.Add(proposal);
        db.Events.Add(proposed);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            return new Problem("warning.proposed");
        }
    }

    /// <summary>Who proposed it and when; null where nobody did.</summary>
    public async Task<Waiting?> OfCaseAsync(Guid caseFileId, CancellationToken cancellationToken) =>
        await db.WarningProposals.AsNoTracking().Where(p => p.CaseFileId == caseFileId && p.DecidedAt == null)
            .Select(p => new Waiting(p.ProposedBy, p.ProposedAt)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>A proposal that waits for a second person.</summary>
    public sealed record Waiting(Guid ProposedBy, DateTimeOffset ProposedAt);
}
