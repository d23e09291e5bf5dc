using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Danger;

/// <summary>The rule that nothing of a case is ordered away while that could harm a rescue.</summary>
/// <remarks>
/// It asks for every report that the case has now, so that joining brings a hold along and parting takes it along; and for
/// every place of the case, so that parting frees no place by which somebody in danger may be found. A date that has passed
/// frees nothing: it is asked again. Whoever changes a hold moves the case's version on, and so does a danger report that
/// joins, so that an order which was read before is refused as changed.
/// </remarks>
internal static class DangerHold
{
    extension(TerjagaDb db)
    {
        /// <summary><c>danger.hold</c>, or null where orders may be drafted and signed.</summary>
        public async Task<Problem?> HoldOnOrdersAsync(Guid caseFileId, CancellationToken cancellationToken) =>
            await db.HeldIn(caseFileId).AnyAsync(cancellationToken) ? new Problem("danger.hold") : null;

        /// <summary>The files that hold a case, of its own reports and of others at its places.</summary>
        public IQueryable<DangerFile> HeldIn(Guid caseFileId)
        {
            var reports = db.CaseReports;
            var places = reports.Where(r => r.CaseFileId == caseFileId && r.ItemId != null).Select(r => r.ItemId);
            return db.DangerFiles.Where(f => f.Hold != HoldState.Released && reports.Any(r =>
                r.ReportId == f.ReportId && (r.CaseFileId == caseFileId || places.Contains(r.ItemId))));
        }
    }
}
