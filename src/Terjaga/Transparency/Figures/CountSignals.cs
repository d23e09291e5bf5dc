using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Screening;

namespace Terjaga.Transparency.Figures;

/// <summary>Which danger signs stood in the cases that people decided in one hour, and how they decided.</summary>
internal sealed class CountSignals(TerjagaDb db)
{
    /// <remarks>
    /// One report speaks for its case, so that a campaign of thousands weighs as one decision. Where people could not tell, a sign
    /// was neither right nor wrong.
    /// </remarks>
    public async Task<IEnumerable<HourFigure>> RunAsync(HourSpan span, CancellationToken cancellationToken)
    {
        var (reports, verdicts) = (db.CaseReports, db.CaseVerdicts);
        var decided = await span.EventsOf(db, CaseEvents.Verified, CaseEvents.Dismissed).Where(e => !verdicts.Any(v => v.EventId == e.Id && v.Verdict == Verdict.CannotTell)).Select(e => new
        {
            e.Kind,
            Report = reports.Where(r => r.CaseFileId == e.SubjectId).OrderByDescending(r => r.ReportId).Select(r => r.ReportId).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        List<HourFigure> figures = [];
        Dictionary<(string Signal, int IsVerified), int> counts = [];
        foreach (var one in decided)
        {
            var answer = await db.Screenings.AsNoTracking().Where(s => s.ReportId == one.Report).Select(s => s.Answer).SingleOrDefaultAsync(cancellationToken);
            foreach (var signal in OfferedIn(answer))
                counts[(signal, one.Kind == CaseEvents.Verified ? 1 : 0)] = counts.GetValueOrDefault((signal, one.Kind == CaseEvents.Verified ? 1 : 0)) + 1;
        }

        return counts.Select(c => span.Figure(Measure.Signals, c.Key.Signal, c.Key.IsVerified, c.Value));
    }

    private static IEnumerable<string> OfferedIn(string? answer) => answer is null
        ? []
        : JsonSerializer.Deserialize(answer, ScreeningJson.Default.ScreeningResult)?.Signals
            .Where(s => s.State == SignalState.Offered).Select(s => s.Id).Distinct(StringComparer.Ordinal) ?? [];
}
