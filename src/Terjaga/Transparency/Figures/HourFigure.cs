using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Transparency.Figures;

/// <summary>How often one thing happened in one hour. Counted from what is stored; it can always be counted again.</summary>
internal sealed class HourFigure
{
    /// <summary>Longest key, in characters: the name of a kind of event or of a danger sign.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>Longest name of a measure, in characters.</summary>
    public const int MaxMeasureLength = 20;

    /// <summary>The beginning of the hour, in UTC.</summary>
    public DateTimeOffset Hour { get; init; }

    public Measure Measure { get; init; }

    public string Key { get; init; } = "";

    /// <summary>What it means, the measure tells; 0 where it has no parts.</summary>
    public int Bucket { get; init; }

    public int Count { get; init; }
}

internal static class HourFigureStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<HourFigure> HourFigures => db.Set<HourFigure>();
    }

    /// <remarks>Would be distributed by hour, in buckets of time.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<HourFigure>
    {
        public void Configure(EntityTypeBuilder<HourFigure> builder)
        {
            builder.ToTable("hour_figures").HasKey(f => new { f.Hour, f.Measure, f.Key, f.Bucket });
            builder.Property(f => f.Measure).HasConversion<string>().HasMaxLength(HourFigure.MaxMeasureLength);
            builder.Property(f => f.Key).HasMaxLength(HourFigure.MaxKeyLength);
        }
    }
}
