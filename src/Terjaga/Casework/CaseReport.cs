using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Casework.Queues;

namespace Terjaga.Casework;

/// <summary>That a report belongs to a case file, and which place it showed.</summary>
internal sealed class CaseReport
{
    /// <summary>Longest name of a channel, in characters.</summary>
    public const int MaxChannelLength = 40;

    private CaseReport() { }

    public Guid ReportId { get; private init; }

    /// <summary>The case that people decide about: it follows from <see cref="OfferId"/> and what was joined and parted.</summary>
    public Guid CaseFileId { get; private init; }

    /// <summary>The case that was opened for the same words or the same address; never changes.</summary>
    public Guid OfferId { get; private init; }

    /// <summary>What the report weighs in the queue; see <see cref="QueueRank"/>.</summary>
    public int Rank { get; private init; }

    /// <summary>
    /// The machine joins it with nothing: somebody may be in danger, and must not be lost among copies; or it is a company's own
    /// offer, by contacts that are on file; or a text that warns of offers and may quote one.
    /// </summary>
    public bool StandsApart { get; private init; }

    /// <summary>The place that was reported; null where only words or pictures came.</summary>
    public Guid? ItemId { get; private init; }

    public DateTimeOffset FiledAt { get; private init; }

    /// <summary>Where the offer was seen, as the reporter or a partner calls it; null if not told.</summary>
    public string? Channel { get; private init; }

    /// <summary>The report itself speaks of a person in danger, whatever the case is about.</summary>
    public bool IsDanger { get; private init; }

    /// <summary>All that the report brought to read: its own words, the page's, the pictures'.</summary>
    public string Words { get; private init; } = "";

    public static CaseReport Add(CaseFile file, Guid offerId, FileReport.Input input, bool standsApart, DateTimeOffset now) => new()
    {
        ReportId = input.ReportId,
        CaseFileId = file.Id,
        OfferId = offerId,
        Rank = QueueRank.Of(input.Screening),
        StandsApart = standsApart,
        ItemId = input.ItemId,
        FiledAt = now,
        Channel = input.Channel,
        IsDanger = input.Screening.IsDangerNow,
        Words = input.Words,
    };
}

internal static class CaseReportStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseReport> CaseReports => db.Set<CaseReport>();
    }

    /// <remarks>Would be distributed by case file. The primary key files a report once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseReport>
    {
        public void Configure(EntityTypeBuilder<CaseReport> builder)
        {
            builder.ToTable("case_reports").HasKey(r => r.ReportId);
            builder.Property(r => r.ReportId).ValueGeneratedNever();
            builder.Property(r => r.Channel).HasMaxLength(CaseReport.MaxChannelLength);
            // The channel goes along: a queue asks thousands of cases for it, and the index alone answers.
            builder.HasIndex(r => new { r.CaseFileId, r.ReportId, r.Channel });
            builder.HasIndex(r => r.ItemId);
            builder.HasIndex(r => r.OfferId);

            // Few among many, and asked of every link.
            builder.HasIndex(r => r.CaseFileId, "ix_case_reports_standing_apart").HasFilter("stands_apart");
        }
    }
}
