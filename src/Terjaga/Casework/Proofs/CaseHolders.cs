using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Proofs;

/// <summary>Whose evidence a case has: its items and its reports.</summary>
internal static class CaseHolders
{
    extension(TerjagaDb db)
    {
        public async Task<List<Guid>> HoldersOfCaseAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var reports = db.CaseReports.AsNoTracking().Where(r => r.CaseFileId == caseFileId);
            var items = await reports.Where(r => r.ItemId != null).Select(r => r.ItemId!.Value).Distinct().ToListAsync(cancellationToken);
            return [.. items, .. await reports.Select(r => r.ReportId).ToListAsync(cancellationToken)];
        }
    }
}
