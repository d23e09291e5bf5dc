using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Danger;

/// <summary>An officer for people in danger takes a danger file, answers it, and says whether a removal could harm a rescue.</summary>
public sealed class DecideDanger(TerjagaDb db, DangerPlan plan, TimeProvider clock)
{
    /// <summary>Longest wait until it is asked again, in days.</summary>
    public const int MaxWaitDays = 90;

    /// <param name="Version">The file as the officer saw it; another number means that it has changed since.</param>
    /// <param name="Code">What was chosen of the plan: a channel, an office or an outcome; null at other steps.</param>
    /// <param name="Until">Until when a removal must wait; null at other steps, and where no date is known.</param>
    public sealed record Input(Acting By, Guid ReportId, int Version, DangerStep Step, string? Reason, string? Code = null, DateTimeOffset? Until = null);

    /// <summary>
    /// Stores the step and its event. Fails with <c>access.denied</c>, <c>danger.step-invalid</c>, <c>danger.unknown</c>,
    /// <c>danger.changed</c>, <c>danger.step-not-open</c>, <c>danger.taken</c>, <c>danger.code-unknown</c>,
    /// <c>danger.until-invalid</c>, <c>danger.hold-unanswered</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.AnswerDanger))
            return new Problem("access.denied");
        if (!Enum.IsDefined(input.Step))
            return new Problem("danger.step-invalid");
        if (await db.DangerFiles.SingleOrDefaultAsync(f => f.ReportId == input.ReportId, cancellationToken) is not { } file)
            return new Problem("danger.unknown");
        if (file.Version != input.Version)
            return new Problem("danger.changed");
        var now = clock.GetUtcNow();
        if (DangerRules.Refuse(file, input, plan, now) is { } refusal)
            return refusal;
        string? reason = null;
        if ((input.Step != DangerStep.Take || !string.IsNullOrWhiteSpace(input.Reason)) && !Decision.ParseReason(input.Reason).TryGet(out reason, out var problem))
            return problem;

        Apply(file, input, now);
        db.Events.Add(DeskEvent.Record(now, file.ReportId, DangerEvents.Of(input.Step), input.By.Actor, Say(input.Code, reason)));
        if (input.Step is DangerStep.Release or DangerStep.Wait)
            await TellCaseAsync(input, now, cancellationToken);
        return await SaveAsync(cancellationToken);
    }

    private void Apply(DangerFile file, Input input, DateTimeOffset now)
    {
        switch (input.Step)
        {
            case DangerStep.Take:
                file.Take(input.By.OfficerId);
                break;
            case DangerStep.Answer:
                file.Answer(input.By.OfficerId, now);
                break;
            case DangerStep.Lower:
                // What was missed stays missed: only a clock that still runs is set anew.
                file.Become(DangerLevel.P1, file.IsMissed(now) ? file.DueAt : plan.DueAt(DangerLevel.P1, file.RaisedAt));
                break;
            case DangerStep.Raise:
                var due = plan.DueAt(DangerLevel.P0, now);
                file.Become(DangerLevel.P0, due < file.DueAt ? due : file.DueAt);
                break;
            case DangerStep.Release or DangerStep.Wait:
                file.Keep(input.Step == DangerStep.Release ? HoldState.Released : HoldState.MustWait, input.Until?.ToUniversalTime());
                break;
            case DangerStep.Close when input.Code is { } outcome:
                file.Close(outcome, now);
                break;
            default:
                file.Note();
                break;
        }
    }

    /// <remarks>
    /// Without the reason, which may tell where somebody is; and so that an order that is being written or signed meets the
    /// case's version.
    /// </remarks>
    private async Task TellCaseAsync(Input input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await db.CaseReports.Where(r => r.ReportId == input.ReportId).Select(r => (Guid?)r.CaseFileId).SingleOrDefaultAsync(cancellationToken);
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } file)
        {
            var grounds = await db.GroundsOfCaseAsync(file.Id, cancellationToken);
            db.Events.Add(file.Happen(now, input.Step == DangerStep.Release ? CaseEvents.RemovalFreed : CaseEvents.RemovalHeld, input.By.Actor, on: grounds));
        }
    }

    private async Task<Result<Done>> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("danger.changed");
        }
    }

    private static string? Say(string? code, string? reason) =>
        code is null ? reason : PlainText.Shorten($"{code}: {reason}", DeskEvent.MaxReasonLength);
}
