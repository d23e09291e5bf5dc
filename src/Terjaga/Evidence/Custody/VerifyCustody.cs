using Microsoft.EntityFrameworkCore;

namespace Terjaga.Evidence.Custody;

/// <summary>Makes the whole log anew from its entries and compares it with all that is stored of it.</summary>
public sealed class VerifyCustody(TerjagaDb db)
{
    /// <summary>Entries that are read at once.</summary>
    private const int PageSize = 16 * TreeTiles.Width;

    /// <summary>Something that is not as the entries make it; <see cref="Code"/> says what, <see cref="Place"/> where.</summary>
    public sealed record Fault(string Code, long Place);

    /// <summary>Gives nothing for a sound log. After an entry that is missing or changed, whatever stands on it is wrong too.</summary>
    internal async Task<IReadOnlyList<Fault>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var heads = await db.TreeHeads.AsNoTracking().ToListAsync(cancellationToken);
        faults.AddRange(heads.Where(head => !CustodyKey.IsSigned(head.ToSigned())).Select(head => new Fault("head.signature", head.Size)));
        var tiles = new TreeTiles(0, []);
        var bySize = heads.ToLookup(head => head.Size);
        CheckHeads(bySize, tiles, faults);
        while (await db.CustodyEntries.AsNoTracking().Where(e => e.LeafIndex >= tiles.Size).OrderBy(e => e.LeafIndex)
            .Take(PageSize).ToListAsync(cancellationToken) is { Count: > 0 } page)
        {
            if (!Append(page, tiles, bySize, faults))
                break;
            await CheckTilesAsync(tiles, faults, cancellationToken);
        }

        faults.AddRange(heads.Where(head => head.Size > tiles.Size).Select(head => new Fault("head.beyond", head.Size)));
        await CheckSizeAsync(tiles.Size, faults, cancellationToken);
        return faults;
    }

    /// <summary>False at a gap, behind which nothing can be compared.</summary>
    private static bool Append(List<CustodyEntry> page, TreeTiles tiles, ILookup<long, TreeHead> heads, List<Fault> faults)
    {
        foreach (var entry in page)
        {
            if (entry.LeafIndex != tiles.Size)
            {
                faults.Add(new("entry.missing", tiles.Size));
                return false;
            }

            var hash = Merkle.LeafHash(entry.ToLeaf());
            if (entry.LeafHash is null || !hash.AsSpan().SequenceEqual(entry.LeafHash))
                faults.Add(new("entry.changed", tiles.Size));
            tiles.Append(hash);
            CheckHeads(heads, tiles, faults);
        }

        return true;
    }

    private static void CheckHeads(ILookup<long, TreeHead> heads, TreeTiles tiles, List<Fault> faults)
    {
        if (heads[tiles.Size].Any(head => !tiles.HashOf(new(0, tiles.Size)).AsSpan().SequenceEqual(head.Root)))
            faults.Add(new("head.root", tiles.Size));
    }

    /// <summary>A stored tile may hold more than was read so far, and must begin with it.</summary>
    private async Task CheckTilesAsync(TreeTiles tiles, List<Fault> faults, CancellationToken cancellationToken)
    {
        var made = tiles.TakeChanged();
        var stored = (await db.CustodyTiles.AsNoTracking().ListAsync(made.Keys, cancellationToken)).ToDictionary(tile => tile.Key, tile => tile.Hashes);
        faults.AddRange(made.Where(tile => !stored.GetValueOrDefault(tile.Key, []).AsSpan().StartsWith(tile.Value))
            .Select(tile => new Fault("tile.changed", tile.Key.Number)));
    }

    private async Task CheckSizeAsync(long size, List<Fault> faults, CancellationToken cancellationToken)
    {
        if (await db.CustodyLogs.Select(l => l.Size).SingleAsync(cancellationToken) != size)
            faults.Add(new("log.size", size));
        var hashes = 0L;
        for (var count = size; count > 0; count /= TreeTiles.Width)
            hashes += count;
        if (await db.CustodyTiles.SumAsync(t => (long)t.Hashes.Length, cancellationToken) != hashes * Merkle.HashBytes)
            faults.Add(new("tile.size", hashes));
    }
}
