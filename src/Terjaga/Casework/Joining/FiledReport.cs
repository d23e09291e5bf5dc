using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Joining;

/// <summary>Where a report stands, without its words.</summary>
/// <param name="CaseFileId">See <see cref="CaseReport.CaseFileId"/>.</param>
internal sealed record FiledReport(Guid ReportId, Guid OfferId, Guid CaseFileId);

internal static class FiledReports
{
    extension(TerjagaDb db)
    {
        public Task<Dictionary<Guid, FiledReport>> FiledReportsAsync(IReadOnlyCollection<Guid> reportIds, CancellationToken cancellationToken) =>
            db.CaseReports.Where(r => reportIds.Contains(r.ReportId))
                .Select(r => new FiledReport(r.ReportId, r.OfferId, r.CaseFileId))
                .ToDictionaryAsync(r => r.ReportId, cancellationToken);

        /// <summary>All that reports brought to read.</summary>
        public async Task<IReadOnlyDictionary<Guid, string>> WordsOfReportsAsync(IReadOnlyCollection<Guid> reportIds, CancellationToken cancellationToken) =>
            await db.CaseReports.AsNoTracking().Where(r => reportIds.Contains(r.ReportId))
                .ToDictionaryAsync(r => r.ReportId, r => r.Words, cancellationToken);

        /// <summary>The oldest report of a case; null where it has none.</summary>
        public Task<FiledReport?> OldestReportAsync(Guid caseFileId, CancellationToken cancellationToken) =>
            db.CaseReports.Where(r => r.CaseFileId == caseFileId).OrderBy(r => r.ReportId)
                .Select(r => new FiledReport(r.ReportId, r.OfferId, r.CaseFileId)).FirstOrDefaultAsync(cancellationToken);
    }
}
