using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;

namespace Terjaga.Intake;

/// <summary>A screenshot that came with a report; the evidence store keeps its bytes under their own hash.</summary>
internal sealed class ReportPicture
{
    /// <summary>Length of a SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private ReportPicture() { }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>As the bytes say, not as the sender says; for instance <c>image/png</c>.</summary>
    public string MediaType { get; private init; } = "";

    public int SizeBytes { get; private init; }

    public static ReportPicture Receive(DateTimeOffset now, Guid reportId, string sha256, string mediaType, int sizeBytes) => new()
    {
        Id = TimeOrderedId.At(now),
        ReportId = reportId,
        Sha256 = sha256,
        MediaType = mediaType,
        SizeBytes = sizeBytes,
    };

    /// <summary>Stores it together with its report, and not where that is not stored.</summary>
    public Statement ToStatement(Cause report) => new(
        $"""
        INSERT INTO report_pictures (id, report_id, sha256, media_type, size_bytes)
        SELECT $1, $2, $3, $4, $5 WHERE {report.IsStored(6)}
        """,
        Id, ReportId, Sha256, MediaType, SizeBytes, report.Id);
}

internal static class ReportPictureStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ReportPicture> ReportPictures => db.Set<ReportPicture>();
    }

    /// <remarks>Would be distributed by report.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ReportPicture>
    {
        public void Configure(EntityTypeBuilder<ReportPicture> builder)
        {
            builder.ToTable("report_pictures");
            builder.Property(p => p.Sha256).HasMaxLength(ReportPicture.HashLength);
            builder.Property(p => p.MediaType).HasMaxLength(40);
            builder.HasIndex(p => p.ReportId);
        }
    }
}
