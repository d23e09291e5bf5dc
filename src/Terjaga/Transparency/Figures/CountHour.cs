using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;

namespace Terjaga.Transparency.Figures;

/// <summary>Counts what happened in one hour. Events are never changed, so the hour has one answer.</summary>
internal sealed class CountHour(TerjagaDb db, CountDurations durations, CountClocks clocks, CountSignals signals)
{
    public async Task<IReadOnlyList<HourFigure>> RunAsync(DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var span = new HourSpan(hour);
        List<HourFigure> figures = [span.Figure(Measure.Counted, "", 0, 1)];
        var (from, to) = (span.First, span.End);
        var reports = await db.CaseReports.AsNoTracking().Where(r => r.ReportId.CompareTo(from) >= 0 && r.ReportId.CompareTo(to) < 0)
            .GroupBy(r => r.IsDanger).Select(g => new { IsDanger = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        figures.AddRange(reports.Select(r => span.Figure(Measure.Reports, "", r.IsDanger ? 1 : 0, r.Count)));
        var kinds = await db.Events.AsNoTracking().Where(e => e.Id.CompareTo(from) >= 0 && e.Id.CompareTo(to) < 0)
            .GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        figures.AddRange(kinds.Select(k => span.Figure(Measure.Events, k.Kind, 0, k.Count)));
        figures.AddRange(await durations.RunAsync(span, cancellationToken));
        figures.AddRange(await clocks.RunAsync(span, cancellationToken));
        figures.AddRange(await signals.RunAsync(span, cancellationToken));
        return figures;
    }
}
