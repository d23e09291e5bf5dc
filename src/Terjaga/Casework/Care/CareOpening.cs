using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Care;

/// <summary>
/// That an officer opened one piece of hard material on a day. It is for that officer alone, and kept only while the day
/// lasts. Written by one statement, so that the same thing counts once.
/// </summary>
internal sealed class CareOpening
{
    private CareOpening() { }

    public Guid OfficerId { get; private init; }

    /// <summary>In western Indonesia.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>See <see cref="HardMaterial"/>.</summary>
    public string Material { get; private init; } = "";
}

internal static class CareOpeningStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CareOpening> CareOpenings => db.Set<CareOpening>();
    }

    /// <remarks>Would be distributed by officer.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CareOpening>
    {
        public void Configure(EntityTypeBuilder<CareOpening> builder)
        {
            builder.ToTable("care_openings").HasKey(o => new { o.OfficerId, o.Day, o.Material });
            builder.Property(o => o.Material).HasMaxLength(HardMaterial.MaxLength);
            builder.HasIndex(o => o.Day);
        }
    }
}
