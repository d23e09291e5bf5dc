using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Warnings;

/// <summary>An officer of KP2MI warns the public of a verified campaign's tricks, in one step; or takes the warning back.</summary>
public sealed class WarnPublic(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid CaseFileId, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>warning.not-verified</c>, <c>warning.no-signs</c>,
    /// <c>warning.stands</c> (there is one already), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(input, cancellationToken)).TryGet(out var root, out var problem) || !Decision.ParseReason(input.Reason).TryGet(out var reason, out problem))
            return problem;
        var state = await db.CaseFiles.Where(c => c.Id == root).Select(c => c.State).SingleAsync(cancellationToken);
        if (state is CaseState.New or CaseState.Dismissed)
            return new Problem("warning.not-verified");
        var signs = await db.SignsOfCaseAsync(root, PublicWarning.MaxSigns, cancellationToken);
        if (signs.Count == 0)
            return new Problem("warning.no-signs");

        var count = await db.CaseReports.CountAsync(r => r.CaseFileId == root, cancellationToken);
        var (warning, published) = PublicWarning.Publish(root, signs, count, input.By.Actor, reason, clock.GetUtcNow());
        db.PublicWarnings.Add(warning);
        db.Events.Add(published);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            return new Problem("warning.stands");
        }
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
        db.Events.Add(warning.Withdraw(input.By.Actor, reason, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }

    private async Task<Result<Guid>> ReadAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.WarnPublic))
            return new Problem("access.denied");
        return await db.CaseFiles.AnyAsync(c => c.Id == input.CaseFileId, cancellationToken)
            ? await db.RootOfAsync(input.CaseFileId, cancellationToken)
            : new Problem("case.unknown");
    }
}
