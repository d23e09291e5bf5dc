using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Casework;

/// <summary>What is told about the case of a report.</summary>
internal sealed record ReporterOutcome(ReporterState State, DateTimeOffset At);

internal static class ReporterOutcomeQuery
{
    extension(TerjagaDb db)
    {
        /// <summary>Null while the report is not filed.</summary>
        public async Task<ReporterOutcome?> OutcomeOfReportAsync(Guid reportId, CancellationToken cancellationToken)
        {
            var found = await (
                from report in db.CaseReports.AsNoTracking()
                join file in db.CaseFiles.AsNoTracking() on report.CaseFileId equals file.Id
                where report.ReportId == reportId
                select new { file.Id, file.State, file.ChangedAt, report.IsDanger, report.FiledAt }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return null;

            var outcome = found.State == CaseState.Closed ? await db.OutcomeOfCaseAsync(found.Id, cancellationToken) : null;
            var isReversed = found.State == CaseState.Dismissed && await db.IsReversedAsync(found.Id, cancellationToken);
            var hasMoved = found.ChangedAt > found.FiledAt;
            return new ReporterOutcome(
                ReporterStates.Of(found.State, outcome, isReversed, found.IsDanger, hasMoved), hasMoved ? found.ChangedAt : found.FiledAt);
        }

        /// <summary>Whether an objection was upheld after everything that KP2MI decided.</summary>
        private async Task<bool> IsReversedAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            string[] kinds = [CaseEvents.Dismissed, CaseEvents.Verified, CaseEvents.AppealUpheld];
            return await db.Events.AsNoTracking().Where(e => e.SubjectId == caseFileId && kinds.Contains(e.Kind))
                .OrderByDescending(e => e.Id).Select(e => e.Kind).FirstOrDefaultAsync(cancellationToken) == CaseEvents.AppealUpheld;
        }

        /// <summary>How the case came out when it was ended last; null where it never was.</summary>
        public async Task<CaseOutcome?> OutcomeOfCaseAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            List<string> kinds = [.. Enum.GetValues<CaseOutcome>().Select(CaseEvents.Closed)];
            return await db.Events.AsNoTracking().Where(e => e.SubjectId == caseFileId && kinds.Contains(e.Kind))
                .OrderByDescending(e => e.Id).Select(e => e.Kind).FirstOrDefaultAsync(cancellationToken) is { } kind ? CaseEvents.OutcomeOf(kind) : null;
        }
    }
}
