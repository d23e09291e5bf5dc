using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Warnings;

/// <summary>What the public is told of a campaign: its tricks and when they were checked; no name, no contact, no words of anybody.</summary>
internal sealed class PublicWarning
{
    /// <summary>Most signs of a warning: what a reader remembers.</summary>
    public const int MaxSigns = 5;

    /// <summary>Longest list of signs, in characters.</summary>
    public const int MaxSignsLength = 500;

    public const string Published = "case.public-warned";

    private PublicWarning() { }

    public Guid Id { get; private init; }

    public Guid CaseFileId { get; private init; }

    public DateTimeOffset PublishedAt { get; private init; }

    /// <summary>Ids of danger signs, one a line, the most frequent first.</summary>
    public string Signs { get; private init; } = "";

    /// <summary>Reports of the campaign on that day.</summary>
    public int ReportCount { get; private init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public static (PublicWarning Warning, DeskEvent Event) Publish(
        Guid caseFileId, IReadOnlyList<string> signs, int reportCount, Actor by, string reason, Grounds on, DateTimeOffset now)
    {
        var warning = new PublicWarning
        {
            Id = TimeOrderedId.At(now),
            CaseFileId = caseFileId,
            PublishedAt = now,
            Signs = string.Join('\n', signs),
            ReportCount = reportCount,
        };
        return (warning, DeskEvent.Record(now, caseFileId, Published, by, reason, on));
    }

    public DeskEvent Withdraw(Actor by, string reason, Grounds on, DateTimeOffset now)
    {
        WithdrawnAt = now;
        return DeskEvent.Record(now, CaseFileId, "case.warning-withdrawn", by, reason, on);
    }
}

internal static class PublicWarningStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<PublicWarning> PublicWarnings => db.Set<PublicWarning>();
    }

    /// <remarks>Would be a reference table: few rows that everybody reads. One standing warning a case, by the index.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<PublicWarning>
    {
        public void Configure(EntityTypeBuilder<PublicWarning> builder)
        {
            builder.ToTable("public_warnings");
            builder.Property(w => w.Signs).HasMaxLength(PublicWarning.MaxSignsLength);
            builder.HasIndex(w => w.CaseFileId).IsUnique().HasFilter("withdrawn_at IS NULL");
        }
    }
}
