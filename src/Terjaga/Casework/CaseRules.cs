using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
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
            return newest is null ? null : Say(newest.Rules, newest.Model);
        }

        /// <summary>On what an act of a person about a case stands that needs no legal basis.</summary>
        public async Task<Grounds> GroundsOfCaseAsync(Guid caseFileId, CancellationToken cancellationToken) =>
            new(null, await db.RulesOfCaseAsync(caseFileId, cancellationToken));
    }

    /// <summary>On what the desk stands that files a report just screened.</summary>
    public static Grounds Of(ScreeningSummary screening) => new(null, Say(screening.Seen.Rules, screening.Seen.Model));

    private static string Say(string rules, string? model) => model is null ? rules : $"{rules} + {model}";
}
