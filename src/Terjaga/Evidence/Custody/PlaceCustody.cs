using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Evidence.Custody;

/// <summary>
/// Gives the entries that wait their places at the end of the log. Entries commit in any order on several nodes, so the
/// order of the log is the one in which they are placed; any number of processes may do so at once.
/// </summary>
public sealed class PlaceCustody(IServiceScopeFactory scopes)
{
    /// <summary>Most entries of one transaction (four tiles): other writers of the embedded database wait for it.</summary>
    public const int MostAtOnce = 4 * TreeTiles.Width;

    /// <summary>Most transactions of one call: a backlog goes on at the next call.</summary>
    private const int MostTurns = 20;

    /// <summary>Places what waits. True if nothing waits any more that was stored before the call.</summary>
    internal async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            // A scope of its own: what a caller has not saved yet is none of this transaction's.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
            if (await PlaceAsync(db, cancellationToken) < MostAtOnce)
                return true;
        }

        return false;
    }

    private static async Task<int> PlaceAsync(TerjagaDb db, CancellationToken cancellationToken)
    {
        // A minute in which nothing happened writes nothing.
        if (!await db.CustodyEntries.AnyAsync(e => e.LeafIndex == null, cancellationToken))
            return 0;
        var placed = 0;
        await db.InLogAsync(
            async log =>
            {
                var waiting = await db.CustodyEntries.Where(e => e.LeafIndex == null).OrderBy(e => e.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
                placed = waiting.Count;
                await AppendAsync(db, log, waiting, cancellationToken);
            },
            cancellationToken);
        return placed;
    }

    private static async Task AppendAsync(TerjagaDb db, CustodyLog log, List<CustodyEntry> waiting, CancellationToken cancellationToken)
    {
        var edge = (await db.CustodyTiles.ListAsync(TreeTiles.Needed([new(0, log.Size)]), cancellationToken)).ToDictionary(tile => tile.Key);
        var tiles = new TreeTiles(log.Size, edge.Values);
        foreach (var entry in waiting)
        {
            var hash = Merkle.LeafHash(entry.ToLeaf());
            entry.Place(tiles.Size, hash);
            tiles.Append(hash);
        }

        foreach (var (key, hashes) in tiles.TakeChanged())
            (edge.GetValueOrDefault(key) ?? db.CustodyTiles.Add(CustodyTile.Begin(key)).Entity).Grow(hashes);
        log.GrowTo(tiles.Size);
    }
}
