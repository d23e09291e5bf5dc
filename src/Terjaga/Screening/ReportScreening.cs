using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Screening.Learning;

namespace Terjaga.Screening;

/// <summary>What the engine saw in one report, with the version of the rules that saw it.</summary>
internal sealed class ReportScreening
{
    /// <summary>Longest version of a catalogue, in characters.</summary>
    public const int MaxRulesLength = 40;

    private ReportScreening() { }

    public Guid ReportId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Band Band { get; private init; }

    /// <summary>0 to 1; for sorting and measuring, never shown to the public.</summary>
    public double Score { get; private init; }

    public string Rules { get; private init; } = "";

    /// <summary>Version of the model; null where the rules screened alone.</summary>
    public string? Model { get; private init; }

    /// <summary>The whole answer of the engine, as the contract of <c>screen</c> writes it.</summary>
    public string Answer { get; private init; } = "";

    public static ReportScreening Keep(Guid reportId, ScreeningResult result, string answer, DateTimeOffset now) => new()
    {
        ReportId = reportId,
        At = now,
        Band = result.Band,
        Score = result.Score,
        Rules = result.Rules,
        Model = result.Model,
        Answer = answer,
    };
}

internal static class ReportScreeningStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ReportScreening> Screenings => db.Set<ReportScreening>();

        public Task<bool> IsScreenedAsync(Guid reportId, CancellationToken cancellationToken) =>
            db.Screenings.AnyAsync(s => s.ReportId == reportId, cancellationToken);
    }

    /// <remarks>Would be distributed by report. The primary key screens a report once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ReportScreening>
    {
        public void Configure(EntityTypeBuilder<ReportScreening> builder)
        {
            builder.ToTable("screenings").HasKey(s => s.ReportId);
            builder.Property(s => s.ReportId).ValueGeneratedNever();
            builder.Property(s => s.Band).HasConversion<string>().HasMaxLength(20);
            builder.Property(s => s.Model).HasMaxLength(DeskModel.MaxVersionLength);
            builder.Property(s => s.Rules).HasMaxLength(ReportScreening.MaxRulesLength);
        }
    }
}
