using Terjaga.Accounts;
using Terjaga.Casework.Queues;
using Terjaga.Takedown;

namespace Terjaga.App.Casework;

/// <summary>Gathers the page of a queue.</summary>
internal sealed class ReadQueueView(ListCases list, ReadDeadlines deadlines, SavedViews saved)
{
    /// <summary>Fails with what <see cref="ListCases"/> tells.</summary>
    public async Task<Result<QueueView>> RunAsync(Acting by, QueueFilter filter, QueuePlace? after, CancellationToken cancellationToken) =>
        (await list.RunAsync(new(by, filter, after), cancellationToken)).TryGet(out var page, out var problem)
            ? new QueueView(
                filter, page,
                await deadlines.RunAsync([.. page.Rows.Where(row => row.WaitsFor == WaitsFor.Recipient).Select(row => row.Id)], cancellationToken),
                await saved.ListAsync(by, cancellationToken), after is null)
            : problem;
}
