using Microsoft.EntityFrameworkCore;

namespace Terjaga.Registry.Lists;

/// <summary>Says what a snapshot has more, less and other than the list that is live.</summary>
public sealed class CompareLists(TerjagaDb db)
{
    /// <summary>Rows that are shown of each kind of change; all are counted.</summary>
    public const int MaxShown = 50;

    /// <param name="Content">The row as stored; of a removed one as it was.</param>
    /// <param name="Before">Of a changed one as it was; else null.</param>
    public sealed record Row(string Key, string Content, string? Before);

    public sealed record Changes(IReadOnlyList<Row> Added, IReadOnlyList<Row> Removed, IReadOnlyList<Row> Changed);

    /// <summary>The first rows of each kind of change, by key.</summary>
    internal async Task<Changes> ShowAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var (now, live) = (Of(snapshot.Number), Of(await LiveAsync(snapshot.List, cancellationToken)));
        return new Changes(
            await Only(now, live).ToListAsync(cancellationToken),
            await Only(live, now).ToListAsync(cancellationToken),
            await now.Join(live, n => n.Key, l => l.Key, (n, l) => new { n, l }).Where(pair => pair.n.Print != pair.l.Print)
                .OrderBy(pair => pair.n.Key).Take(MaxShown).Select(pair => new Row(pair.n.Key, pair.n.Content, pair.l.Content))
                .ToListAsync(cancellationToken));

        static IQueryable<Row> Only(IQueryable<ListRow> here, IQueryable<ListRow> there) => here
            .Where(row => !there.Any(other => other.Key == row.Key))
            .OrderBy(row => row.Key).Take(MaxShown).Select(row => new Row(row.Key, row.Content, null));
    }

    internal async Task<SnapshotDiff> CountAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var (now, live) = (Of(snapshot.Number), Of(await LiveAsync(snapshot.List, cancellationToken)));
        var (before, after) = (await live.CountAsync(cancellationToken), await now.CountAsync(cancellationToken));
        if (before == 0)
            return new SnapshotDiff(after, 0, 0, 0);
        var pairs = now.Join(live, n => n.Key, l => l.Key, (n, l) => new { IsChanged = n.Print != l.Print });
        var kept = await pairs.CountAsync(cancellationToken);
        return new SnapshotDiff(after - kept, before - kept, await pairs.CountAsync(pair => pair.IsChanged, cancellationToken), before);
    }

    private IQueryable<ListRow> Of(int number) => db.ListRows.AsNoTracking().Where(row => row.Snapshot == number);

    /// <summary>Zero, which no snapshot has, where none is live.</summary>
    private Task<int> LiveAsync(RegistryList list, CancellationToken cancellationToken) => db.Snapshots
        .Where(s => s.List == list && s.State == SnapshotState.Live).Select(s => s.Number).FirstOrDefaultAsync(cancellationToken);
}
