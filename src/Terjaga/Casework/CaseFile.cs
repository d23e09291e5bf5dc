using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Casework.Queues;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;
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

    /// <summary>How many reports it has; only the database writes it (<see cref="Search.SearchIndexSql"/>).</summary>
    public int ReportCount { get; private init; }

    /// <summary>Its place in a queue, the smallest first; the database computes it (<see cref="QueueTurn"/>).</summary>
    public long Turn { get; private init; }

    /// <summary>Orders of it are drafted and wait for a signature, and no recipient that the desk knows still needs one.</summary>
    public bool IsDrafted { get; private set; }

    /// <summary>The beginning of the offer, or its address.</summary>
    public string Title { get; private init; } = "";

    public Band Band { get; private set; }

    /// <summary>The case that holds the reports of the offer for which this one was opened; itself until a person moves them.</summary>
    public Guid SeatId { get; private set; }

    /// <summary>The case that this one became part of; null while people decide about it by itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When another case joined it last, or left; null if none did.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    public static (CaseFile File, DeskEvent Event) Open(DateTimeOffset now, string title, ScreeningSummary screening, Actor by, Grounds? on = null)
    {
        var file = New(now, title);
        file.Weigh(QueueRank.Of(screening));
        return (file, DeskEvent.Record(now, file.Id, CaseEvents.Opened, by, on: on));
    }

    /// <summary>A person takes offers out of another case; what they weigh is told by <see cref="Weigh"/>.</summary>
    public static (CaseFile File, DeskEvent Event) SplitOff(DateTimeOffset now, string title, Actor by, string reason, Grounds on)
    {
        var file = New(now, title);
        return (file, DeskEvent.Record(now, file.Id, CaseEvents.Opened, by, reason, on));
    }

    /// <summary>The most urgent of its reports decides its place in the queue.</summary>
    public void Weigh(int rank)
    {
        Rank = rank;
        Band = QueueRank.BandOf(rank);
    }

    /// <summary>It becomes part of another case.</summary>
    public DeskEvent MergeInto(CaseFile other, DateTimeOffset now, Actor by, string? reason, Grounds on)
    {
        MergedIntoId = other.Id;
        return Happen(now, CaseEvents.Merged, by, reason, on);
    }

    /// <summary>It stands by itself again.</summary>
    public DeskEvent Part(DateTimeOffset now, Actor by, string? reason, Grounds on)
    {
        MergedIntoId = null;
        return Happen(now, CaseEvents.Parted, by, reason, on);
    }

    /// <summary>The reports of its own offer are held by another case from now on, or by itself again.</summary>
    public void Sit(Guid seatId)
    {
        SeatId = seatId;
        Version++;
    }

    /// <summary>Another case joins it, or leaves it.</summary>
    public DeskEvent Gather(DateTimeOffset now, string kind, Actor by, string? reason, Grounds on)
    {
        JoinedAt = now;
        return Happen(now, kind, by, reason, on);
    }

    /// <summary>
    /// Something happened: the state follows, and the event is what is stored of it. Throws <see cref="InvalidOperationException"/>
    /// where <see cref="CaseFlow"/> refuses it; who can cause that asks <see cref="CaseFlow.Allows"/> first.
    /// </summary>
    public DeskEvent Happen(DateTimeOffset now, string kind, Actor by, string? reason = null, Grounds? on = null)
    {
        var next = CaseEvents.Next(State, kind);
        if (next != State)
        {
            State = next;
            ChangedAt = now;
        }

        IsDrafted = CaseEvents.IsDrafted(IsDrafted, kind);

        // A copy that joins changes nothing that an officer decides on; everything else must be seen first.
        if (kind is not (CaseEvents.ReportJoined or CaseEvents.CaseJoined))
            Version++;

        return DeskEvent.Record(now, Id, kind, by, reason, on);
    }

    /// <summary>
    /// Several things that one act of one officer is: they count as one for whoever looks at it. The reason is that of the review; taking
    /// up says nothing of its own, and others may read it. Throws as <see cref="Happen"/> does.
    /// </summary>
    public IReadOnlyList<DeskEvent> HappenAtOnce(DateTimeOffset now, IReadOnlyList<string> kinds, Actor by, string? reason, Grounds on)
    {
        var version = Version;
        List<DeskEvent> events = [.. kinds.Select(kind => Happen(now, kind, by, kind == CaseEvents.Accepted ? null : reason, on))];
        Version = version + 1;
        return events;
    }

    /// <summary>A decision is taken back: the case is as it was before.</summary>
    public DeskEvent TakeBack(DateTimeOffset now, CaseDecision decision, Actor by, string reason, Grounds on)
    {
        var happened = Happen(now, CaseEvents.UndoneTo(CaseFlow.BackFrom(State, decision.StateBefore)), by, reason, on);
        IsDrafted = decision.WasDrafted;
        return happened;
    }

    /// <summary>Whether its drafts are complete; the area that has the orders knows.</summary>
    public void AwaitSignature(bool isDrafted) => IsDrafted = isDrafted;

    private static CaseFile New(DateTimeOffset now, string title)
    {
        var id = TimeOrderedId.At(now);
        return new CaseFile { Id = id, SeatId = id, OpenedAt = now, ChangedAt = now, Title = PlainText.Shorten(title, MaxTitleLength) };
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
        private const string Shown = "merged_into_id IS NULL AND report_count > 0";

        public void Configure(EntityTypeBuilder<CaseFile> builder)
        {
            builder.ToTable("case_files");
            builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Band).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Title).HasMaxLength(CaseFile.MaxTitleLength);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.Property(c => c.Turn).IsComputed(QueueTurn.Sql(isEmbedded: true), QueueTurn.Sql(isEmbedded: false));
            builder.Property(c => c.ReportCount).HasDefaultValue(0).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            builder.HasIndex(c => new { c.State, c.Turn, c.Id }).HasFilter(Shown);
            builder.HasIndex(c => new { c.Turn, c.Id }, "ix_case_files_drafted").HasFilter("is_drafted AND " + Shown);
            // Named so that it is made after the one of all: of two that seem to cost the same SQLite takes the newer.
            builder.HasIndex(c => new { c.State, c.Turn, c.Id }, "danger")
                .HasDatabaseName("ix_case_files_state_turn_id_danger").HasFilter(string.Create(CultureInfo.InvariantCulture, $"rank >= {QueueRank.Danger} AND {Shown}"));
            // Most cases are part of no other: without the filter SQLite takes the index for useless and reads all of them.
            builder.HasIndex(c => c.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
            builder.HasIndex(c => c.SeatId);
        }
    }
}
