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

    /// <summary>Longest code of a ministry and longest version of the rules of the score, in characters.</summary>
    public const int MaxMinistryLength = 40, MaxRulesLength = 120;

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

    /// <summary>For which ministry a person acted; null where a machine or a stranger did.</summary>
    public string? Ministry { get; private init; }

    /// <summary>Version of the legal basis on which it stands; null where there is none.</summary>
    public Guid? LegalBasisId { get; private init; }

    /// <summary>Version of the rules, and of the model, of the score that lay before the person; null where there was none.</summary>
    public string? Rules { get; private init; }

    public static DeskEvent Record(
        DateTimeOffset now, Guid subjectId, string kind, Actor actor, string? reason = null, Grounds? on = null) => new()
        {
            Id = TimeOrderedId.At(now),
            At = now,
            SubjectId = subjectId,
            Kind = kind,
            Actor = actor,
            Reason = reason,
            Ministry = actor.Ministry,
            LegalBasisId = on?.LegalBasisId,
            Rules = on?.Rules,
        };

    /// <summary>Stores the event together with what it happened to, and not where that is not stored.</summary>
    public Statement ToStatement(TerjagaDb db, Cause cause) => new(
        $"""
        INSERT INTO events (id, at, subject_id, kind, actor, reason)
        SELECT $1, $2, $3, $4, $5, $6 WHERE {cause.IsStored(7)}
        """,
        Id, db.Stored(At), SubjectId, Kind, Actor.Value, Reason, cause.Id);
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
            builder.Property(e => e.Ministry).HasMaxLength(DeskEvent.MaxMinistryLength);
            builder.Property(e => e.Rules).HasMaxLength(DeskEvent.MaxRulesLength);
            builder.HasIndex(e => new { e.SubjectId, e.Id });
        }
    }
}
