using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Registry.Sources;

/// <summary>The last look at the source of a list, and what came of it.</summary>
internal sealed class ListLook
{
    /// <summary>Longest code, in characters.</summary>
    public const int MaxCodeLength = 60;

    public RegistryList List { get; init; }

    public DateTimeOffset LookedAt { get; set; }

    /// <summary>Why nothing could be read; null where the file was read, or is the one that is known.</summary>
    public string? Code { get; set; }
}

internal static class ListLookStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ListLook> ListLooks => db.Set<ListLook>();
    }

    /// <remarks>Would be a reference table, whole on every node; one row for each list.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ListLook>
    {
        public void Configure(EntityTypeBuilder<ListLook> builder)
        {
            builder.ToTable("registry_looks");
            builder.HasKey(look => look.List);
            builder.Property(look => look.List).HasConversion<string>().HasMaxLength(20);
            builder.Property(look => look.Code).HasMaxLength(ListLook.MaxCodeLength);
        }
    }
}
