using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;
using Terjaga.Screening;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Casework;

/// <summary>One case file with all that people need to decide about it, as the officer's ministry may see it; no contact of any reporter.</summary>
public sealed class ReadCase(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most events shown, and most verdicts; the newest first.</summary>
    public const int MaxShown = 200;

    /// <summary>Most reports shown with their words; the newest first. A campaign has a page of its own.</summary>
    public const int MaxReports = 50;

    /// <param name="Screening">The engine's answer as JSON, without what is not shared; see the contract of <c>screen</c>.</param>
    public sealed record ReportRow(Guid Id, DateTimeOffset FiledAt, Guid? ItemId, string Words, string? Screening);

    /// <summary>One place that showed the offer.</summary>
    public sealed record ItemRow(Guid Id, string Address, string Host);

    /// <summary>One thing that happened, to the case or to one of its orders.</summary>
    /// <param name="Ministry">Code of the ministry of an officer; null for all others.</param>
    /// <param name="Rules">Version of the rules and of the model of the score; null where it played no part.</param>
    public sealed record EventRow(
        DateTimeOffset At, Guid SubjectId, string Kind, string Actor, string? Reason, string? Ministry = null, Guid? LegalBasisId = null, string? Rules = null);

    /// <param name="Checklist">States by the id of a row; empty where it was not filled in, or is not shared.</param>
    /// <param name="IsReversed">An appeal was upheld after it, or it was taken back.</param>
    public sealed record VerdictRow(DateTimeOffset At, Verdict Verdict, IReadOnlyDictionary<string, ChecklistState> Checklist, bool IsReversed);

    /// <param name="Outcome">Of a case that was ended; null for every other one.</param>
    /// <param name="WaitsFor">Code of the ministry whose turn it is; null where nobody is waited for.</param>
    /// <param name="Verdicts">What KP2MI found, the newest first.</param>
    public sealed record View(
        Guid Id, CaseState State, int Version, Band Band, bool IsDanger, string Title, DateTimeOffset OpenedAt,
        DateTimeOffset ChangedAt, int ReportCount, IReadOnlyList<ItemRow> Items, IReadOnlyList<ReportRow> Reports,
        CaseOutcome? Outcome, string? WaitsFor, IReadOnlyList<VerdictRow> Verdicts);

    /// <summary>The case; where it became part of another one, that one. Fails with <c>access.denied</c> or <c>case.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == id, cancellationToken))
            return new Problem("case.unknown");
        id = await db.RootOfAsync(id, cancellationToken);
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var shares = await sharing.ForAsync(by, cancellationToken);
        return new View(
            file.Id, file.State, file.Version, file.Band, file.Rank >= QueueRank.Danger, shares.Say(SharedField.ReportWords, file.Title), file.OpenedAt,
            file.ChangedAt, await db.CaseReports.CountAsync(r => r.CaseFileId == id, cancellationToken), await db.ItemsOfCaseAsync(id, cancellationToken),
            await ReportsAsync(id, shares, cancellationToken),
            file.State == CaseState.Closed ? await db.OutcomeOfCaseAsync(id, cancellationToken) : null,
            CaseTurns.CodeOf(file.State), await VerdictsAsync(id, shares, cancellationToken));
    }

    /// <summary>What happened to the case and to the given other things, in order.</summary>
    public async Task<IReadOnlyList<EventRow>> EventsAsync(
        Acting by, Guid id, IEnumerable<Guid> others, CancellationToken cancellationToken)
    {
        Guid[] subjects = [id, .. others];
        var reasons = new SharedReasons(await sharing.ForAsync(by, cancellationToken));
        var (special, shown, seesOther, seesLaw) = (SharedReasons.Special, reasons.Shown, reasons.SeesOther, reasons.SeesLaw);
        var events = await db.Events.AsNoTracking().Where(e => subjects.Contains(e.SubjectId))
            .OrderByDescending(e => e.Id).Take(MaxShown)
            .Select(e => new
            {
                e.At,
                e.SubjectId,
                e.Kind,
                e.Actor,
                e.Ministry,
                e.Rules,
                LegalBasisId = seesLaw ? e.LegalBasisId : null,
                Reason = (special.Contains(e.Kind) ? shown.Contains(e.Kind) : seesOther) ? e.Reason : null,
            }).ToListAsync(cancellationToken);
        return [.. events.AsEnumerable().Reverse().Select(e =>
            new EventRow(e.At, e.SubjectId, e.Kind, e.Actor.Value, reasons.Say(e.Kind, e.Reason), e.Ministry, e.LegalBasisId, e.Rules))];
    }

    private async Task<IReadOnlyList<ReportRow>> ReportsAsync(Guid id, Shares shares, CancellationToken cancellationToken)
    {
        var sees = shares.Sees(SharedField.ReportWords);
        var reports = await (
            from report in db.CaseReports.AsNoTracking()
            join screening in db.Screenings.AsNoTracking() on report.ReportId equals screening.ReportId into screenings
            from screening in screenings.DefaultIfEmpty()
            where report.CaseFileId == id
            orderby report.ReportId descending
            select new ReportRow(
                report.ReportId, report.FiledAt, report.ItemId, sees ? report.Words : "", screening == null || !sees ? null : screening.Answer))
            .Take(MaxReports).ToListAsync(cancellationToken);
        return reports.ConvertAll(r => r with
        {
            Words = shares.Say(SharedField.ReportWords, r.Words),
            Screening = r.Screening is null ? null : SharedAnswer.Of(shares, r.Screening),
        });
    }

    private async Task<IReadOnlyList<VerdictRow>> VerdictsAsync(Guid id, Shares shares, CancellationToken cancellationToken)
    {
        var sees = shares.SeesWhole(SharedField.Verification);
        var undone = db.CaseDecisions;
        var verdicts = await db.CaseVerdicts.AsNoTracking().Where(v => v.CaseFileId == id).OrderByDescending(v => v.EventId).Take(MaxShown)
            .Select(v => new { v.At, v.Verdict, Checklist = sees ? v.Checklist : null, IsUndone = undone.Any(d => d.EventId == v.EventId && d.UndoneAt != null) }).ToListAsync(cancellationToken);
        var reversed = verdicts.Count == 0 ? null : await db.Events.AsNoTracking()
            .Where(e => e.SubjectId == id && e.Kind == CaseEvents.AppealUpheld).OrderByDescending(e => e.Id)
            .Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancellationToken);
        return verdicts.ConvertAll(v => new VerdictRow(v.At, v.Verdict, CaseVerdict.Rows(v.Checklist), v.IsUndone || reversed > v.At));
    }
}
