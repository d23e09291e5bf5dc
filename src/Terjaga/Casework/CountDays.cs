using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework;

/// <summary>How many reports of a case came on each day; never who sent them.</summary>
public sealed class CountDays(TerjagaDb db)
{
    /// <summary>Newest reports that are counted, and most days that are shown: a campaign has a page of its own.</summary>
    private const int MaxReports = 2_000, MaxDays = 14;

    /// <summary>A day in western Indonesia.</summary>
    public sealed record Day(DateOnly On, int ReportCount);

    /// <summary>The newest first. None to who may not read cases.</summary>
    public async Task<IReadOnlyList<Day>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return [];
        var times = await db.CaseReports.AsNoTracking().Where(r => r.CaseFileId == caseFileId).OrderByDescending(r => r.ReportId)
            .Take(MaxReports).Select(r => r.FiledAt).ToListAsync(cancellationToken);
        return [.. times.CountBy(WibTime.DayOf).OrderByDescending(day => day.Key).Take(MaxDays).Select(day => new Day(day.Key, day.Value))];
    }
}
