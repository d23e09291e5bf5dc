using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>A registry of IANA that was fetched after the one that ships with the desk.</summary>
internal sealed class StoredBootstrap
{
    public BootstrapKind Kind { get; init; }

    public byte[] Body { get; set; } = [];

    public DateTimeOffset Publication { get; set; }

    public DateTimeOffset FetchedAt { get; set; }
}

internal static class StoredBootstrapStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<StoredBootstrap> Bootstraps => db.Set<StoredBootstrap>();
    }

    /// <remarks>Would be a reference table, whole on every node; three rows.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<StoredBootstrap>
    {
        public void Configure(EntityTypeBuilder<StoredBootstrap> builder)
        {
            builder.ToTable("rdap_bootstraps");
            builder.HasKey(b => b.Kind);
            builder.Property(b => b.Kind).HasConversion<string>().HasMaxLength(20);
            builder.Property(b => b.Body).HasMaxLength(RdapBootstrap.MaxBytes);
        }
    }
}
