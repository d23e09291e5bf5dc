using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>One page of the cases in one state, most urgent first, then oldest first.</summary>
public sealed class ListCases(TerjagaDb db)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Cases are counted up to here; beyond, "more than" is as useful and costs nothing.</summary>
    public const int MaxCounted = 1_000;

    /// <param name="After">Where the page before ended; null for the first page.</param>
    public sealed record Input(Acting By, CaseState State, Place? After);

    /// <summary>A place in the queue, by which the next page is found.</summary>
    public sealed record Place(int Rank, Guid Id);

    /// <summary>One line of the queue.</summary>
    public sealed record Row(
        Guid Id, string Title, Band Band, bool IsDanger, int ReportCount, DateTimeOffset OpenedAt, DateTimeOffset ChangedAt);

    /// <param name="Counts">How many cases are in each state, at most <see cref="MaxCounted"/>.</param>
    /// <param name="Next">Where the next page begins; null on the last one.</param>
    public sealed record Page(IReadOnlyDictionary<CaseState, int> Counts, IReadOnlyList<Row> Rows, Place? Next);

    /// <summary>Fails with <c>access.denied</c> or <c>case.state-invalid</c>.</summary>
    public async Task<Result<Page>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!Enum.IsDefined(input.State))
            return new Problem("case.state-invalid");

        var (rank, id) = (input.After?.Rank ?? int.MaxValue, input.After?.Id ?? Guid.Empty);
        var reports = db.CaseReports;
        var rows = await db.CaseFiles.AsNoTracking()
            .Where(c => c.State == input.State && c.MergedIntoId == null && reports.Any(r => r.CaseFileId == c.Id))
            .Where(c => c.Rank < rank || (c.Rank == rank && c.Id.CompareTo(id) > 0))
            .OrderByDescending(c => c.Rank).ThenBy(c => c.Id)
            .Take(PageSize + 1)
            .Select(c => new
            {
                c.Rank,
                Row = new Row(
                    c.Id, c.Title, c.Band, c.Rank >= QueueRank.Danger,
                    reports.Count(r => r.CaseFileId == c.Id), c.OpenedAt, c.ChangedAt),
            })
            .ToListAsync(cancellationToken);
        var next = rows.Count > PageSize ? new Place(rows[PageSize - 1].Rank, rows[PageSize - 1].Row.Id) : null;
        return new Page(await CountAsync(cancellationToken), [.. rows.Take(PageSize).Select(r => r.Row)], next);
    }

    private async Task<Dictionary<CaseState, int>> CountAsync(CancellationToken cancellationToken)
    {
        var (counts, reports) = (new Dictionary<CaseState, int>(), db.CaseReports);
        foreach (var state in Enum.GetValues<CaseState>())
        {
            counts[state] = await db.CaseFiles
                .Where(c => c.State == state && c.MergedIntoId == null && reports.Any(r => r.CaseFileId == c.Id))
                .OrderBy(c => c.Rank).Take(MaxCounted).CountAsync(cancellationToken);
        }

        return counts;
    }
}
