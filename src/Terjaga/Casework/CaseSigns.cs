using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>Which danger signs the offers of a case show most.</summary>
internal static class CaseSigns
{
    /// <summary>Newest reports that are looked at: copies show the same.</summary>
    private const int MaxReports = 200;

    extension(TerjagaDb db)
    {
        /// <summary>Ids of signs that are offered, the most frequent first; never mentioned, negated or quoted ones.</summary>
        public async Task<List<string>> SignsOfCaseAsync(Guid caseFileId, int most, CancellationToken cancellationToken)
        {
            var answers = await (
                from report in db.CaseReports.AsNoTracking()
                join screening in db.Screenings.AsNoTracking() on report.ReportId equals screening.ReportId
                where report.CaseFileId == caseFileId
                orderby report.ReportId descending
                select screening.Answer).Take(MaxReports).ToListAsync(cancellationToken);
            return
            [
                .. answers.SelectMany(answer => JsonSerializer.Deserialize(answer, ScreeningJson.Default.ScreeningResult)?.Signals
                        .Where(signal => signal.State == SignalState.Offered).Select(signal => signal.Id).Distinct() ?? [])
                    .CountBy(sign => sign).OrderByDescending(sign => sign.Value).ThenBy(sign => sign.Key, StringComparer.Ordinal)
                    .Take(most).Select(sign => sign.Key),
            ];
        }
    }
}
