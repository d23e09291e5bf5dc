using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence;

/// <summary>One piece of content at one place.</summary>
internal sealed class Item
{
    private Item() { }

    public Guid Id { get; private init; }

    public WebAddress Address { get; private init; } = WebAddress.FromStorage("");

    public DateTimeOffset FoundAt { get; private init; }

    public static Item Find(WebAddress address, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Address = address,
        FoundAt = now,
    };
}

internal static class ItemStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Item> Items => db.Set<Item>();
    }

    /// <remarks>Would be distributed by id; the unique address is looked up through a small reference table then.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Item>
    {
        public void Configure(EntityTypeBuilder<Item> builder)
        {
            builder.ToTable("items");
            builder.Property(i => i.Address).HasConversion(a => a.Value, v => WebAddress.FromStorage(v))
                .HasMaxLength(WebAddress.MaxLength);
            builder.HasIndex(i => i.Address).IsUnique();
        }
    }
}
