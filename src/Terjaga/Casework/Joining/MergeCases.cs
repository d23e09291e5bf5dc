using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Joining;

/// <summary>An officer of KP2MI makes a case part of another one; whatever is decided about that counts for both.</summary>
public sealed class MergeCases(TerjagaDb db, JoinSteps steps)
{
    /// <param name="CaseFileId">What becomes part: undecided, or decided in the same way as the other and not yet handed over.</param>
    /// <param name="Version">Of that case, as the officer saw it; and so <paramref name="IntoVersion"/> of the other.</param>
    public sealed record Input(Acting By, Guid CaseFileId, int Version, Guid IntoId, int IntoVersion, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>join.same</c>, <c>join.not-open</c> (the case that would become
    /// part is decided), <c>case.changed</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.LinkOffers))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (input.CaseFileId == input.IntoId)
            return new Problem("join.same");
        var from = await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken);
        var into = await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.IntoId, cancellationToken);
        if (from is null || into is null)
            return new Problem("case.unknown");
        if (from.Version != input.Version || into.Version != input.IntoVersion || from.MergedIntoId is not null || into.MergedIntoId is not null)
            return new Problem("case.changed");
        if (!JoinRules.CanBecomePart(from.State, into.State))
            return new Problem("join.not-open");

        try
        {
            var link = await db.LinksBetween(from.Id, into.Id).Where(l => l.Kind != null).OrderByDescending(l => l.Strength).FirstOrDefaultAsync(cancellationToken);
            await steps.MergeAsync(from, into, link, input.By.Actor, reason, cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            return new Problem("case.changed");
        }
    }
}
