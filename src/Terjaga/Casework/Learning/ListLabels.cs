using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Learning;

/// <summary>What officers decided, as labels to learn from: the words of every report of a decided case.</summary>
public sealed class ListLabels(TerjagaDb db)
{
    /// <summary>Reports read at once.</summary>
    private const int PageSize = 500;

    /// <param name="IsDeceptive">Whether KP2MI verified the case as a deceptive or unlawful offer, and did not dismiss it.</param>
    /// <param name="CaseFileId">Reports of one case stay together when a set is divided.</param>
    public sealed record Label(Guid ReportId, Guid CaseFileId, string Words, bool IsDeceptive);

    /// <summary>Oldest report first; cases that nobody decided are left out.</summary>
    public async IAsyncEnumerable<Label> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var page = await (
                from report in db.CaseReports.AsNoTracking()
                join file in db.CaseFiles.AsNoTracking() on report.CaseFileId equals file.Id
                where file.State != CaseState.New && report.ReportId > after && report.Words != ""
                orderby report.ReportId
                select new Label(report.ReportId, report.CaseFileId, report.Words, file.State != CaseState.Dismissed && file.State != CaseState.Correcting))
                .Take(PageSize).ToListAsync(cancellationToken);
            foreach (var label in page)
                yield return label;
            if (page.Count < PageSize)
                yield break;
            last = page[^1].ReportId;
        }
    }
}
