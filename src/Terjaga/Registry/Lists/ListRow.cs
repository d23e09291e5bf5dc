using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Registry.Lists;

/// <summary>One row of a snapshot: what it is found by, and what it says.</summary>
internal sealed class ListRow
{
    /// <summary>Longest row, in characters of JSON.</summary>
    public const int MaxContentLength = 16_000;

    /// <summary>Number of its snapshot.</summary>
    public int Snapshot { get; init; }

    /// <summary>Place in the file.</summary>
    public int Number { get; init; }

    /// <summary>Names the row in its list: the same in two snapshots is the same thing.</summary>
    public string Key { get; init; } = "";

    /// <summary>A second number that it is found by: the licence before, the job order; null if it has none.</summary>
    public string? OtherKey { get; init; }

    /// <summary>Licence of the company that it belongs to; null for what belongs to none.</summary>
    public string? OwnerKey { get; init; }

    /// <summary>Tells whether two rows of one key say the same.</summary>
    public long Print { get; init; }

    /// <summary>The row as JSON.</summary>
    public string Content { get; init; } = "";
}

internal static class ListRowStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ListRow> ListRows => db.Set<ListRow>();
    }

    /// <remarks>Would be distributed by key; what is asked by owner is asked of one list.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ListRow>
    {
        public void Configure(EntityTypeBuilder<ListRow> builder)
        {
            builder.ToTable("registry_rows").HasKey(r => new { r.Snapshot, r.Number });
            builder.Property(r => r.Key).HasMaxLength(ListKey.MaxLength);
            builder.Property(r => r.OtherKey).HasMaxLength(ListKey.MaxLength);
            builder.Property(r => r.OwnerKey).HasMaxLength(ListKey.MaxLength);
            builder.Property(r => r.Content).HasMaxLength(ListRow.MaxContentLength);
            builder.HasIndex(r => new { r.Snapshot, r.Key }).IsUnique();
            builder.HasIndex(r => new { r.Snapshot, r.OtherKey }).HasFilter("other_key IS NOT NULL");
            builder.HasIndex(r => new { r.Snapshot, r.OwnerKey }).HasFilter("owner_key IS NOT NULL");
        }
    }
}
