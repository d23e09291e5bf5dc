using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Looks for the contacts of a host, and comes back when a server asked for patience.</summary>
internal sealed class FindContactsJob(TerjagaDb db, FindContacts find, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "find-contacts";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var search = await db.ContactSearches.SingleAsync(s => s.Id == item.SubjectId, cancellationToken);
        if (search.Keep(await find.RunAsync(search.Host, cancellationToken), clock.GetUtcNow()) is { } again)
            item.ComeBack(again);
    }
}
