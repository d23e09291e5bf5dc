using Microsoft.EntityFrameworkCore;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>With which rules the score was made that lies before an officer.</summary>
internal static class CaseRules
{
    extension(TerjagaDb db)
    {
        /// <summary>Of the newest report: the catalogue, and the model where one took part. Null where nothing was screened.</summary>
        public async Task<string?> RulesOfCaseAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var newest = await (
                from report in db.CaseReports.AsNoTracking()
                join screening in db.Screenings.AsNoTracking() on report.ReportId equals screening.ReportId
                where report.CaseFileId == caseFileId
                orderby report.ReportId descending
                select new { screening.Rules, screening.Model }).FirstOrDefaultAsync(cancellationToken);
            return newest is null ? null : newest.Model is null ? newest.Rules : $"{newest.Rules} + {newest.Model}";
        }
    }
}
