using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Registry.Lists;

/// <summary>A row of a file that could not be taken, and why.</summary>
internal sealed class ListFault
{
    /// <summary>Faults of a snapshot that are kept; all are counted.</summary>
    public const int MaxKept = 500;

    public int Snapshot { get; init; }

    /// <summary>As a person counts in the file.</summary>
    public int Row { get; init; }

    /// <summary>Stable, such as <c>list.field-missing</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The column; null where it is about the row.</summary>
    public string? Field { get; init; }
}

internal static class ListFaultStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ListFault> ListFaults => db.Set<ListFault>();
    }

    /// <remarks>Would be a reference table.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ListFault>
    {
        public void Configure(EntityTypeBuilder<ListFault> builder)
        {
            builder.ToTable("registry_faults").HasKey(f => new { f.Snapshot, f.Row });
            builder.Property(f => f.Code).HasMaxLength(60);
            builder.Property(f => f.Field).HasMaxLength(60);
        }
    }
}
