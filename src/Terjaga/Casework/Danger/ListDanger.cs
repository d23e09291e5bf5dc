using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Danger;

/// <summary>One page of danger files: P0 first, then what is due first. Of those at an end, the last one first.</summary>
public sealed class ListDanger(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <param name="After">Where the page before ended; null for the first page.</param>
    public sealed record Input(Acting By, DangerStage Queue, Place? After);

    /// <summary>A place in a list, by which the next page is found.</summary>
    public sealed record Place(DangerLevel Level, DateTimeOffset At, Guid Id);

    /// <param name="Next">Where the next page begins; null on the last one.</param>
    public sealed record Page(IReadOnlyList<DangerRow> Rows, Place? Next);

    /// <summary>Fails with <c>access.denied</c> or <c>danger.queue-invalid</c>.</summary>
    public async Task<Result<Page>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.ReadDanger))
            return new Problem("access.denied");
        if (!Enum.IsDefined(input.Queue))
            return new Problem("danger.queue-invalid");

        var reports = db.CaseReports;
        var found = await Sorted(input).Take(PageSize + 1)
            .Select(f => new { File = f, CaseFileId = reports.Where(r => r.ReportId == f.ReportId).Select(r => (Guid?)r.CaseFileId).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancellationToken);
        var rows = found.Take(PageSize).Select(f => DangerRow.Of(f.File, f.CaseFileId, clock.GetUtcNow())).ToList();
        return new Page(rows, found.Count > PageSize ? PlaceOf(input.Queue, rows[^1]) : null);
    }

    private IQueryable<DangerFile> Sorted(Input input)
    {
        var after = input.After;
        if (input.Queue == DangerStage.Closed)
        {
            var closed = db.DangerFiles.Where(f => f.ClosedAt != null);
            return (after is null ? closed : closed.Where(f => f.ClosedAt < after.At || (f.ClosedAt == after.At && f.ReportId.CompareTo(after.Id) < 0)))
                .OrderByDescending(f => f.ClosedAt).ThenByDescending(f => f.ReportId);
        }

        var open = input.Queue == DangerStage.Waiting
            ? db.DangerFiles.Where(f => f.AnsweredAt == null)
            : db.DangerFiles.Where(f => f.AnsweredAt != null && f.ClosedAt == null);
        return (after is null ? open : open.Where(f => f.Level > after.Level
            || (f.Level == after.Level && (f.DueAt > after.At || (f.DueAt == after.At && f.ReportId.CompareTo(after.Id) > 0)))))
            .OrderBy(f => f.Level).ThenBy(f => f.DueAt).ThenBy(f => f.ReportId);
    }

    private static Place PlaceOf(DangerStage queue, DangerRow row) => new(row.Level, queue == DangerStage.Closed ? row.ClosedAt ?? row.DueAt : row.DueAt, row.ReportId);
}
