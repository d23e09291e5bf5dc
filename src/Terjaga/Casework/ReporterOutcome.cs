using Microsoft.EntityFrameworkCore;

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
                select new { file.State, file.ChangedAt, report.IsDanger, report.FiledAt }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return null;

            var hasMoved = found.ChangedAt > found.FiledAt;
            return new ReporterOutcome(
                ReporterStates.Of(found.State, found.IsDanger, hasMoved), hasMoved ? found.ChangedAt : found.FiledAt);
        }
    }
}
