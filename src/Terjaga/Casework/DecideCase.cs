using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Terjaga.Accounts;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Bulk;
using Terjaga.Casework.Claims;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Casework;

/// <summary>A named officer decides about a case, with a reason: each step of <see cref="CaseStep"/> is one ministry's own.</summary>
public sealed partial class DecideCase(TerjagaDb db, VacancyChecklist checklist, TimeProvider clock, ILogger<DecideCase> logger)
{
    /// <param name="Version">The case as the officer saw it; another number means that it has changed since.</param>
    /// <param name="Verdict">With a verification or a dismissal; null for the plain one of the step.</param>
    /// <param name="Checklist">What the officer found of each row, by its id; null where the officer did not fill it in.</param>
    /// <param name="Outcome">Of a case that is ended; null in every other step.</param>
    /// <param name="ActId">The decision about several cases that this one is part of; null where it is about this case alone.</param>
    public sealed record Input(
        Acting By, Guid CaseFileId, int Version, CaseStep Step, string? Reason, Verdict? Verdict = null,
        IReadOnlyDictionary<string, ChecklistState>? Checklist = null, CaseOutcome? Outcome = null, Guid? ActId = null);

    /// <summary>
    /// Stores the decision and its event. Fails with <c>access.denied</c>, <c>case.step-invalid</c>, <c>case.verdict-invalid</c>,
    /// <c>case.checklist-invalid</c>, <c>case.outcome-invalid</c>, <c>case.unknown</c>, <c>case.changed</c> (a colleague was faster, or
    /// it became part of another case), <c>case.step-not-open</c>, <c>case.claimed</c> (a colleague holds it), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(input.Step))
            return new Problem("case.step-invalid");
        var (kind, duty) = CaseSteps.Of(input.Step, IsOutcome(input) ? input.Outcome : null);
        if (!input.By.Can(duty))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (Refuse(input) is { } refusal)
            return refusal;
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken) is not { } file)
            return new Problem("case.unknown");
        if (file.Version != input.Version || file.MergedIntoId is not null)
            return new Problem("case.changed");
        if (!CaseFlow.Allows(file.State, kind) || (input.ActId is not null && !Selection.IsOpen(file.State)))
            return new Problem("case.step-not-open");
        if (await db.EndClaimAsync(file.Id, input.By, clock.GetUtcNow(), cancellationToken) is { } held)
            return held;

        var (before, grounds) = (CaseDecision.Before.Of(file), await db.GroundsOfCaseAsync(file.Id, cancellationToken));
        var happened = db.Events.Add(file.Happen(clock.GetUtcNow(), kind, input.By.Actor, reason, grounds)).Entity;
        if (input.Step == CaseStep.Correct)
            db.Schedule(CorrectingWork.GiveBack, file.Id, clock.GetUtcNow());
        else
            db.CaseDecisions.Add(CaseDecision.Of(happened, file, before, duty, input.ActId));
        if ((input.Verdict ?? CaseSteps.Plain(input.Step)) is { } verdict)
            db.CaseVerdicts.Add(CaseVerdict.Say(happened, verdict, input.Checklist));
        db.TellReporters(file, happened.At);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("case.changed");
        }

        LogDecided(file.Id, kind, input.By.OfficerId);
        return Done.Yes;
    }

    private static bool IsOutcome(Input input) => input.Outcome is { } outcome && Enum.IsDefined(outcome);

    private Problem? Refuse(Input input)
    {
        if (input.Verdict is { } verdict && !CaseSteps.Fits(input.Step, verdict))
            return new Problem("case.verdict-invalid");
        if (input.Checklist is { } list && (CaseSteps.Plain(input.Step) is null
            || !list.All(row => Enum.IsDefined(row.Value) && checklist.Rows.Any(known => known.Id == row.Key))))
        {
            return new Problem("case.checklist-invalid");
        }

        var isFit = input.Step == CaseStep.Close ? IsOutcome(input) : input.Outcome is null;
        return isFit ? null : new Problem("case.outcome-invalid");
    }

    [LoggerMessage(LogLevel.Information, "Case file {CaseFileId}: {Step} by {OfficerId}")]
    private partial void LogDecided(Guid caseFileId, string step, Guid officerId);
}
