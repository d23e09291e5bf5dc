using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>What people decide about: an offer, with every report and every place that showed it.</summary>
internal sealed class CaseFile
{
    /// <summary>Longest title, in characters: one line of a queue.</summary>
    public const int MaxTitleLength = 160;

    private CaseFile() { }

    public Guid Id { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When its state changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public CaseState State { get; private set; }

    /// <summary>Counts what changed for people, so that of two who decide at once only one does.</summary>
    public int Version { get; private set; }

    /// <summary>Order in the queue, most urgent highest; see <see cref="QueueRank"/>.</summary>
    public int Rank { get; private set; }

    /// <summary>The beginning of the offer, or its address.</summary>
    public string Title { get; private init; } = "";

    public Band Band { get; private set; }

    public static (CaseFile File, DeskEvent Event) Open(DateTimeOffset now, string title, ScreeningSummary screening, Actor by)
    {
        var file = new CaseFile
        {
            Id = TimeOrderedId.At(now),
            OpenedAt = now,
            ChangedAt = now,
            Title = PlainText.Shorten(title, MaxTitleLength),
            Band = screening.Band,
            Rank = QueueRank.Of(screening),
        };
        return (file, DeskEvent.Record(now, file.Id, CaseEvents.Opened, by));
    }

    /// <summary>Another copy was screened; the most urgent one decides the place in the queue.</summary>
    public void Weigh(ScreeningSummary screening)
    {
        Rank = Math.Max(Rank, QueueRank.Of(screening));
        Band = (Band)Math.Max((int)Band, (int)screening.Band);
    }

    /// <summary>Something happened: the state follows, and the event is what is stored of it.</summary>
    public DeskEvent Happen(DateTimeOffset now, string kind, Actor by, string? reason = null)
    {
        var next = CaseEvents.Next(State, kind);
        if (next != State)
        {
            State = next;
            ChangedAt = now;
        }

        // A copy that joins changes nothing that an officer decides on; everything else must be seen first.
        if (kind != CaseEvents.ReportJoined)
            Version++;

        return DeskEvent.Record(now, Id, kind, by, reason);
    }
}

internal static class CaseFileStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseFile> CaseFiles => db.Set<CaseFile>();
    }

    /// <remarks>Would be distributed by id, with its keys, reports, items and orders beside it.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseFile>
    {
        public void Configure(EntityTypeBuilder<CaseFile> builder)
        {
            builder.ToTable("case_files");
            builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Band).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Title).HasMaxLength(CaseFile.MaxTitleLength);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => new { c.State, c.Rank, c.Id }).IsDescending(false, true, false);
        }
    }
}
