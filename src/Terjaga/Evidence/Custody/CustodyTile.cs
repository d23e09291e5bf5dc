using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence.Custody;

/// <summary>Up to 256 hashes of the tree that stand side by side: few rows give a root or a proof.</summary>
internal sealed class CustodyTile
{
    private CustodyTile() { }

    public int Level { get; private init; }

    public long Number { get; private init; }

    /// <summary>One after the other, 32 bytes each.</summary>
    public byte[] Hashes { get; private set; } = [];

    public TileKey Key => new(Level, Number);

    public static CustodyTile Begin(TileKey key) => new() { Level = key.Level, Number = key.Number };

    /// <summary>Takes over a tile that hashes were added to at its end.</summary>
    public void Grow(byte[] hashes) => Hashes = hashes;
}

internal static class CustodyTileStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CustodyTile> CustodyTiles => db.Set<CustodyTile>();

        /// <summary>The tiles behind the hashes of these ranges, in a tree of this size.</summary>
        public async Task<TreeTiles> ReadTilesAsync(long size, IEnumerable<LeafRange> ranges, CancellationToken cancellationToken) =>
            new(size, await db.CustodyTiles.AsNoTracking().ListAsync(TreeTiles.Needed(ranges), cancellationToken));
    }

    extension(IQueryable<CustodyTile> tiles)
    {
        public async Task<IReadOnlyList<CustodyTile>> ListAsync(IEnumerable<TileKey> keys, CancellationToken cancellationToken)
        {
            var found = new List<CustodyTile>();
            foreach (var level in keys.GroupBy(key => key.Level))
            {
                var numbers = level.Select(key => key.Number).ToList();
                found.AddRange(await tiles.Where(t => t.Level == level.Key && numbers.Contains(t.Number)).ToListAsync(cancellationToken));
            }

            return found;
        }
    }

    /// <remarks>Would be a reference table: small, and read with every proof.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CustodyTile>
    {
        public void Configure(EntityTypeBuilder<CustodyTile> builder)
        {
            builder.ToTable("custody_tiles");
            builder.HasKey(t => new { t.Level, t.Number });
            builder.Property(t => t.Hashes).HasMaxLength(TreeTiles.Width * Merkle.HashBytes);
            builder.Ignore(t => t.Key);
        }
    }
}
