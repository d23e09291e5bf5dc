using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Intake.Checking;

/// <summary>How many checks a day had. Of what was checked nothing is kept.</summary>
internal sealed class CheckCount
{
    /// <summary>Longest door and band, in characters.</summary>
    public const int MaxNameLength = 20;

    public DateOnly On { get; init; }

    public string Door { get; init; } = "";

    public string Band { get; init; } = "";

    public long Count { get; init; }
}

internal static class CheckCountStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CheckCount> CheckCounts => db.Set<CheckCount>();
    }

    /// <remarks>Would be a reference table.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CheckCount>
    {
        public void Configure(EntityTypeBuilder<CheckCount> builder)
        {
            builder.ToTable("check_counts").HasKey(c => new { c.On, c.Door, c.Band });
            builder.Property(c => c.Door).HasMaxLength(CheckCount.MaxNameLength);
            builder.Property(c => c.Band).HasMaxLength(CheckCount.MaxNameLength);
        }
    }
}
