using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Screening.Learning;

/// <summary>What a model in the shadow said of one report.</summary>
internal sealed class ShadowScore
{
    private ShadowScore() { }

    public Guid ReportId { get; private init; }

    public string Version { get; private init; } = "";

    public double Score { get; private init; }

    public Band Band { get; private init; }

    public static ShadowScore Keep(Guid reportId, string version, ScreeningResult result) => new()
    {
        ReportId = reportId,
        Version = version,
        Score = result.Score,
        Band = result.Band,
    };
}

internal static class ShadowScoreStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ShadowScore> ShadowScores => db.Set<ShadowScore>();
    }

    /// <remarks>Would be distributed by report.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ShadowScore>
    {
        public void Configure(EntityTypeBuilder<ShadowScore> builder)
        {
            builder.ToTable("shadow_scores").HasKey(s => new { s.ReportId, s.Version });
            builder.Property(s => s.Version).HasMaxLength(DeskModel.MaxVersionLength);
            builder.Property(s => s.Band).HasConversion<string>().HasMaxLength(20);
        }
    }
}
