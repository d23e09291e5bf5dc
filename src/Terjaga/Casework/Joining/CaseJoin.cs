using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Joining;

/// <summary>One step by which cases were joined or parted. It stands until it is undone, whatever came after it.</summary>
internal sealed class CaseJoin
{
    private CaseJoin() { }

    /// <summary>In the order of time: of steps that move the same offer the last one that stands counts.</summary>
    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public CaseJoinKind Kind { get; private init; }

    /// <summary>The case that became part of another, or from which offers were taken.</summary>
    public Guid FromId { get; private init; }

    public Guid IntoId { get; private init; }

    /// <summary>Of a merge, the link that led to it; of other steps, the one that keeps what was parted from joining again. Null where there is none.</summary>
    public Guid? LinkId { get; private set; }

    public Actor Actor { get; private init; } = Actor.Reporter;

    /// <summary>The person's own words; null where the machine did.</summary>
    public string? Reason { get; private init; }

    /// <summary>The state of the case that received, before; it is given back where nothing else has happened since.</summary>
    public CaseState StateBefore { get; private init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    public static CaseJoin Record(
        CaseJoinKind kind, CaseFile from, CaseFile into, Guid? linkId, Actor by, string? reason, DateTimeOffset now) => new()
        {
            Id = TimeOrderedId.At(now),
            At = now,
            Kind = kind,
            FromId = from.Id,
            IntoId = into.Id,
            LinkId = linkId,
            Actor = by,
            Reason = reason,
            StateBefore = into.State,
        };

    public void Link(CaseLink? link) => LinkId = link?.Id;

    public void Undo(DateTimeOffset now) => UndoneAt = now;
}

internal static class CaseJoinStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseJoin> CaseJoins => db.Set<CaseJoin>();
    }

    /// <remarks>Would be distributed by the case that received. Its end is a concurrency token: it is undone once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseJoin>
    {
        public void Configure(EntityTypeBuilder<CaseJoin> builder)
        {
            builder.ToTable("case_joins");
            builder.Property(j => j.Kind).HasConversion<string>().HasMaxLength(20);
            builder.Property(j => j.StateBefore).HasConversion<string>().HasMaxLength(20);
            builder.Property(j => j.Actor).HasConversion(a => a.Value, v => Actor.FromStorage(v)).HasMaxLength(Actor.MaxLength);
            builder.Property(j => j.Reason).HasMaxLength(Decision.MaxReasonLength);
            builder.Property(j => j.UndoneAt).IsConcurrencyToken();
            builder.HasIndex(j => j.FromId);
            builder.HasIndex(j => j.IntoId);
            builder.HasIndex(j => j.LinkId);
        }
    }
}
