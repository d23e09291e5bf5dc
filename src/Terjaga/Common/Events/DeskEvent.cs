using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;

namespace Terjaga.Common.Events;

/// <summary>One thing that happened, with actor, time and reason. Written once, never changed.</summary>
internal sealed class DeskEvent
{
    /// <summary>Longest reason, in characters; also the bound of every form field that asks for one.</summary>
    public const int MaxReasonLength = 2_000;

    /// <summary>Longest kind, in characters.</summary>
    public const int MaxKindLength = 60;

    private DeskEvent() { }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>The report, case file or order that it happened to.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>Lower case, <c>thing.past-participle</c>; for instance <c>case.verified</c>.</summary>
    public string Kind { get; private init; } = "";

    public Actor Actor { get; private init; } = Actor.Reporter;

    /// <summary>The person's own words; null where a machine acted.</summary>
    public string? Reason { get; private init; }

    public static DeskEvent Record(
        DateTimeOffset now, Guid subjectId, string kind, Actor actor, string? reason = null) => new()
        {
            Id = TimeOrderedId.At(now),
            At = now,
            SubjectId = subjectId,
            Kind = kind,
            Actor = actor,
            Reason = reason,
        };

    /// <summary>Stores a report's first event together with the report, and not when it is there already.</summary>
    public Statement ToStatement(TerjagaDb db, Guid onlyIfStored) => new(
        """
        INSERT INTO events (id, at, subject_id, kind, actor, reason)
        SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT 1 FROM reports WHERE id = $7)
        """,
        Id, db.Stored(At), SubjectId, Kind, Actor.Value, Reason, onlyIfStored);
}

internal static class DeskEventStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<DeskEvent> Events => db.Set<DeskEvent>();
    }

    /// <remarks>Would be distributed by subject, beside the thing that it happened to.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<DeskEvent>
    {
        public void Configure(EntityTypeBuilder<DeskEvent> builder)
        {
            builder.ToTable("events");
            builder.Property(e => e.Kind).HasMaxLength(DeskEvent.MaxKindLength);
            builder.Property(e => e.Actor).HasConversion(a => a.Value, v => Actor.FromStorage(v))
                .HasMaxLength(Actor.MaxLength);
            builder.Property(e => e.Reason).HasMaxLength(DeskEvent.MaxReasonLength);
            builder.HasIndex(e => new { e.SubjectId, e.Id });
        }
    }
}
