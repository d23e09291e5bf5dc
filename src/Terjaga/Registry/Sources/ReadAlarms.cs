using Microsoft.EntityFrameworkCore;
using Terjaga.Registry.Lists;

namespace Terjaga.Registry.Sources;

/// <summary>What about the lists needs a person now.</summary>
public sealed class ReadAlarms(TerjagaDb db, TimeProvider clock)
{
    /// <param name="Kind">Key of the sentence: <c>aged</c>, <c>shrinking</c>, <c>faults</c> or <c>fetch</c>.</param>
    /// <param name="Detail">A day, a number of rows or a code.</param>
    public sealed record Alarm(RegistryList List, string Kind, string Detail);

    public async Task<IReadOnlyList<Alarm>> RunAsync(CancellationToken cancellationToken)
    {
        var (alarms, today) = (new List<Alarm>(), WibTime.Today(clock));
        var open = await db.Snapshots.AsNoTracking().Where(s => s.State == SnapshotState.Live || s.State == SnapshotState.Waiting)
            .OrderBy(s => s.Number).ToListAsync(cancellationToken);
        foreach (var snapshot in open)
        {
            var diff = new SnapshotDiff(snapshot.AddedCount, snapshot.RemovedCount, snapshot.ChangedCount, snapshot.BeforeCount);
            if (snapshot.State == SnapshotState.Live && RegistryLists.IsAged(snapshot.List, snapshot.AsOf, today))
                alarms.Add(new Alarm(snapshot.List, "aged", $"{snapshot.AsOf:yyyy-MM-dd}"));
            if (snapshot.State == SnapshotState.Waiting && diff.IsShrinking)
                alarms.Add(new Alarm(snapshot.List, "shrinking", $"{snapshot.BeforeCount} → {snapshot.RowCount}"));
            if (snapshot.State == SnapshotState.Waiting && snapshot.FaultCount > 0)
                alarms.Add(new Alarm(snapshot.List, "faults", $"{snapshot.FaultCount}"));
        }

        var failed = await db.ListLooks.AsNoTracking().Where(look => look.Code != null).ToListAsync(cancellationToken);
        alarms.AddRange(failed.Select(look => new Alarm(look.List, "fetch", look.Code!)));
        return alarms;
    }
}
