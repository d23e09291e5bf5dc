using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Warnings;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Casework.Appeals;

/// <summary>An officer who had no part in the decisions before decides about an appeal: the case is dismissed and what stands on it ends, or stays as it is.</summary>
/// <remarks>
/// Warnings of the public end with the decision; orders by the work that is stored with it. Where a reporter objects it is the
/// other way round: what was dismissed or closed is verified anew, and nothing that protects people ends.
/// </remarks>
public sealed class DecideAppeal(TerjagaDb db, TimeProvider clock)
{
    private static readonly string[] _decisions =
    [
        CaseEvents.Verified, CaseEvents.Dismissed, CaseEvents.HandedOver, CaseEvents.Accepted, CaseEvents.Returned, CaseEvents.Answered,
        CaseEvents.Reviewed, CaseEvents.OrdersDrafted, CaseEvents.OrdersPartlyDrafted, CaseEvents.OrdersSigned, CaseEvents.Ordered, CaseEvents.AppealReceived,
        CaseEvents.AppealUpheld, CaseEvents.AppealRejected, CaseEvents.Corrected, PublicWarning.Published,
        .. Enum.GetValues<CaseState>().Select(CaseEvents.UndoneTo), .. Enum.GetValues<CaseOutcome>().Select(CaseEvents.Closed),
    ];

    /// <param name="Version">The case as the officer saw it.</param>
    public sealed record Input(Acting By, Guid AppealId, int Version, bool IsUpheld, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>appeal.unknown</c>, <c>appeal.changed</c> (it is decided), <c>case.changed</c>,
    /// <c>appeal.nothing-to-reverse</c> (a reporter objects to a case that is neither dismissed nor closed),
    /// <c>appeal.same-person</c> (who decided before, or wrote the appeal down), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.DecideAppeal))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.Appeals.SingleOrDefaultAsync(a => a.Id == input.AppealId, cancellationToken) is not { } appeal)
            return new Problem("appeal.unknown");
        if (appeal.State != AppealState.Open)
            return new Problem("appeal.changed");
        var file = await db.CaseFiles.SingleAsync(c => c.Id == appeal.CaseFileId, cancellationToken);
        if (file.Version != input.Version)
            return new Problem("case.changed");
        if (appeal.RecordedBy == input.By.Actor || await HasDecidedAsync(file.Id, input.By.Actor, cancellationToken))
            return new Problem("appeal.same-person");

        var isReopened = input.IsUpheld && appeal.By == AppealBy.Reporter;
        if (isReopened && file.State is not (CaseState.Dismissed or CaseState.Closed))
            return new Problem("appeal.nothing-to-reverse");

        var now = clock.GetUtcNow();
        appeal.Decide(input.IsUpheld, now);
        var grounds = await db.GroundsOfCaseAsync(file.Id, cancellationToken);
        if (input.IsUpheld && !isReopened)
            await EndWhatStandsAsync(file.Id, input.By.Actor, reason, grounds, now, cancellationToken);
        db.Events.Add(file.Happen(now, input.IsUpheld ? CaseEvents.AppealUpheld : CaseEvents.AppealRejected, input.By.Actor, reason, grounds));
        if (isReopened)
            db.Events.Add(file.Happen(now, CaseEvents.Reopened, input.By.Actor, reason, grounds));
        if (input.IsUpheld)
            db.TellReporters(file, now);
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

    private async Task EndWhatStandsAsync(Guid caseFileId, Actor by, string reason, Grounds on, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parts = await db.PartsOfAsync(caseFileId, cancellationToken);
        foreach (var warning in await db.PublicWarnings.Where(w => parts.Contains(w.CaseFileId) && w.WithdrawnAt == null).ToListAsync(cancellationToken))
            db.Events.Add(warning.Withdraw(by, reason, on, now));
        db.Schedule(CorrectingWork.Withdraw, caseFileId, now);
    }

    /// <summary>Also about what became part of the case: its decisions are what the appeal is about.</summary>
    private async Task<bool> HasDecidedAsync(Guid caseFileId, Actor officer, CancellationToken cancellationToken)
    {
        var parts = await db.PartsOfAsync(caseFileId, cancellationToken);
        return await db.Events.AnyAsync(
            e => parts.Contains(e.SubjectId) && _decisions.Contains(e.Kind) && e.Actor == officer, cancellationToken);
    }
}
