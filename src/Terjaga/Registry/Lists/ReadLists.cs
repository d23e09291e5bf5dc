using Microsoft.EntityFrameworkCore;

namespace Terjaga.Registry.Lists;

/// <summary>The lists as officers see them: what is live, what waits, and what was there.</summary>
public sealed class ReadLists(TerjagaDb db, CompareLists compare, TimeProvider clock)
{
    /// <summary>Snapshots that are shown of each list, newest first.</summary>
    public const int MaxShown = 10;

    /// <param name="NeedsReason">Whoever takes it must say why: it shrinks, or rows could not be read.</param>
    /// <param name="IsAged">Live, and older than such a list may be.</param>
    public sealed record View(
        Guid Id, RegistryList List, SnapshotState State, ListOrigin Origin, string Sha256, DateTimeOffset ReadAt, int Rows, int Faults,
        SnapshotDiff Diff, bool NeedsReason, bool IsAged);

    public sealed record OneList(RegistryList List, IReadOnlyList<View> Snapshots)
    {
        public View? Live => Snapshots.FirstOrDefault(s => s.State == SnapshotState.Live);
    }

    /// <param name="Faults">The first rows that could not be read.</param>
    public sealed record Details(View Snapshot, CompareLists.Changes Changes, IReadOnlyList<ImportList.Fault> Faults);

    public async Task<IReadOnlyList<OneList>> AllAsync(CancellationToken cancellationToken)
    {
        var lists = new List<OneList>();
        foreach (var list in RegistryLists.All)
        {
            var snapshots = await db.Snapshots.AsNoTracking().Where(s => s.List == list)
                .OrderByDescending(s => s.ReadAt).Take(MaxShown).ToListAsync(cancellationToken);
            lists.Add(new OneList(list, [.. snapshots.Select(ToView)]));
        }

        return lists;
    }

    /// <summary>Fails with <c>list.unknown</c>.</summary>
    public async Task<Result<Details>> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } snapshot)
            return new Problem("list.unknown");
        var changes = snapshot.State == SnapshotState.Waiting
            ? await compare.ShowAsync(snapshot, cancellationToken)
            : new CompareLists.Changes([], [], []);
        var faults = await db.ListFaults.AsNoTracking().Where(f => f.Snapshot == snapshot.Number).OrderBy(f => f.Row)
            .Select(f => new ImportList.Fault(f.Row, f.Code, f.Field)).ToListAsync(cancellationToken);
        return new Details(ToView(snapshot), changes, faults);
    }

    private View ToView(Snapshot s) => new(
        s.Id, s.List, s.State, new ListOrigin(s.Owner, s.Source, s.AsOf, s.IsFictional), s.Sha256, s.ReadAt, s.RowCount, s.FaultCount,
        new SnapshotDiff(s.AddedCount, s.RemovedCount, s.ChangedCount, s.BeforeCount), DecideList.NeedsReason(s),
        s.State == SnapshotState.Live && RegistryLists.IsAged(s.List, s.AsOf, WibTime.Today(clock)));
}
