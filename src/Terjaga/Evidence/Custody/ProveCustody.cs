using Microsoft.EntityFrameworkCore;

namespace Terjaga.Evidence.Custody;

/// <summary>
/// All entries of some evidence with their proofs, under one signed head that holds them. It may write, in transactions of
/// its own: call it after a save, never within one.
/// </summary>
public sealed class ProveCustody(TerjagaDb db, PlaceCustody place, SignHead sign)
{
    internal async Task<CustodyBundle> RunAsync(IReadOnlyCollection<Guid> holderIds, CancellationToken cancellationToken)
    {
        var ofHolders = db.CustodyEntries.AsNoTracking().Where(e => holderIds.Contains(e.HolderId));
        if (await ofHolders.AnyAsync(e => e.LeafIndex == null, cancellationToken))
        {
            while (!await place.RunAsync(cancellationToken))
            {
                // A backlog is placed in turns; ours may be at its end.
            }
        }

        var entries = await ofHolders.Where(e => e.LeafIndex != null).OrderBy(e => e.LeafIndex).ToListAsync(cancellationToken);
        var head = await FindHeadAsync(entries is [.., { LeafIndex: { } last }] ? last + 1 : 0, cancellationToken);
        return new(head.ToSigned(), await ProveAsync(entries, head.Size, cancellationToken));
    }

    /// <remarks>A stamped head is worth more than a younger one without.</remarks>
    private async Task<TreeHead> FindHeadAsync(long leastSize, CancellationToken cancellationToken)
    {
        var holding = db.TreeHeads.AsNoTracking().Where(h => h.Size >= leastSize)
            .OrderByDescending(h => h.Stamp != null).ThenByDescending(h => h.Size).ThenByDescending(h => h.Id);
        if (await holding.FirstOrDefaultAsync(cancellationToken) is { } head)
            return head;
        await sign.RunAsync(cancellationToken);
        return await holding.FirstAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ProvenEntry>> ProveAsync(List<CustodyEntry> entries, long size, CancellationToken cancellationToken)
    {
        var paths = entries.ConvertAll(entry => Merkle.InclusionPath(entry.LeafIndex ?? 0, size));
        var tiles = await db.ReadTilesAsync(size, paths.SelectMany(path => path), cancellationToken);
        return [.. entries.Zip(paths, (entry, path) => new ProvenEntry(entry.LeafIndex ?? 0, entry.ToLeaf(), [.. path.Select(tiles.HashOf)]))];
    }
}
