using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Danger;

/// <summary>Which help belongs to a report, for whoever holds its receipt.</summary>
public sealed class FindHelp(TerjagaDb db, DangerPlan plan)
{
    /// <summary>Null where nobody is in danger, or the file has come to its end.</summary>
    internal async Task<ReporterHelp?> RunAsync(Guid reportId, CancellationToken cancellationToken) =>
        await db.DangerFiles.AsNoTracking().Where(f => f.ReportId == reportId && f.ClosedAt == null)
            .Select(f => new { f.Signals, f.Countries }).SingleOrDefaultAsync(cancellationToken) is { } file
            ? new ReporterHelp(plan.KindOf([.. DangerRow.Lines(file.Signals)]), DangerRow.Lines(file.Countries))
            : null;
}
