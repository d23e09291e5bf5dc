using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Casework;

namespace Terjaga.Intake.Telling;

/// <summary>The one message that a reporter gets about how it ended. A report has one row ever, whatever happens to its case later.</summary>
internal sealed class ReporterMessage
{
    private ReporterMessage() { }

    public Guid ReportId { get; private init; }

    /// <summary>Identity of the mail: a repetition after a crash has the same.</summary>
    public Guid Id { get; private init; }

    public ReporterState Outcome { get; private init; }

    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>When our mail server took it; null before.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>It cannot be sent: the server refused the address for good, or the contact was erased.</summary>
    public DateTimeOffset? GivenUpAt { get; private set; }

    public static ReporterMessage Write(Guid reportId, ReporterState outcome, DateTimeOffset now) => new()
    {
        ReportId = reportId,
        Id = TimeOrderedId.At(now),
        Outcome = outcome,
        WrittenAt = now,
    };

    public void Send(DateTimeOffset now) => SentAt = now;

    public void GiveUp(DateTimeOffset now) => GivenUpAt = now;
}

internal static class ReporterMessageStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ReporterMessage> ReporterMessages => db.Set<ReporterMessage>();
    }

    /// <remarks>Would be distributed by report. The primary key tells a reporter once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ReporterMessage>
    {
        public void Configure(EntityTypeBuilder<ReporterMessage> builder)
        {
            builder.ToTable("reporter_messages").HasKey(m => m.ReportId);
            builder.Property(m => m.ReportId).ValueGeneratedNever();
            builder.Property(m => m.Outcome).HasConversion<string>().HasMaxLength(20);
        }
    }
}
