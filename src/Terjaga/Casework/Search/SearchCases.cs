using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Sharing;

namespace Terjaga.Casework.Search;

/// <summary>An officer looks for cases, in whatever state; the one whose report came last is first.</summary>
public sealed class SearchCases(TerjagaDb db, FindCases find, ReadSharing sharing, TimeProvider clock)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Text">A phone, account, handle, domain, address, id of a case, or words; null or blank finds nothing.</param>
    /// <param name="After">The last report of the page before; null for the first page.</param>
    public sealed record Input(Acting By, string? Text, Guid? After);

    /// <param name="Next">Where the next page begins; null on the last one.</param>
    public sealed record Page(IReadOnlyList<QueueRow> Rows, Guid? Next);

    /// <summary>Fails with <c>access.denied</c>. Whatever is typed is only words.</summary>
    public async Task<Result<Page>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (string.IsNullOrWhiteSpace(input.Text) || await find.ReportsAsync(input.Text, input.After, cancellationToken) is not { Count: > 0 } found)
            return new Page([], null);

        var order = found.Select(f => f.CaseFileId).Distinct().Take(PageSize).ToList();
        var shown = await db.ShownCases.Where(c => order.Contains(c.Id)).ToListAsync(cancellationToken);
        var rows = await db.RowsOfAsync([.. shown.OrderBy(c => order.IndexOf(c.Id))], await sharing.ForAsync(input.By, cancellationToken), clock.GetUtcNow(), cancellationToken);
        return new Page(rows, NextOf(found, order));
    }

    /// <summary>The last report whose case is on this page; null where nothing was left.</summary>
    private static Guid? NextOf(IReadOnlyList<FoundReport> found, List<Guid> order)
    {
        var count = found.TakeWhile(f => order.Contains(f.CaseFileId)).Count();
        return count > 0 && found[count - 1].ReportId != Guid.Empty ? found[count - 1].ReportId : null;
    }
}
