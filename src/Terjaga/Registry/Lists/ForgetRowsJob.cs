using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Registry.Lists;

/// <summary>Removes the rows of a snapshot by which nobody is answered any more; that it was there, and its hash, stay.</summary>
internal sealed class ForgetRowsJob(TerjagaDb db, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "forget-list-rows";

    /// <summary>Rows of one turn, so that nobody waits long for the writer of the embedded database.</summary>
    private const int RowsATurn = 20_000;

    /// <summary>Some process may still be answering by them until it looks again, and must not say "not in the list" meanwhile.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var snapshot = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == item.SubjectId, cancellationToken);
        if (snapshot is null or { State: SnapshotState.Live or SnapshotState.Waiting })
            return;
        if (await db.ListRows.Where(r => r.Snapshot == snapshot.Number).OrderBy(r => r.Number).Take(RowsATurn).ExecuteDeleteAsync(cancellationToken) == RowsATurn)
            item.ComeBack(clock.GetUtcNow() + _pause);
    }
}
