using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Appeals;

/// <summary>Somebody whom a case concerns objects to what was decided. Who decides about it, and why, stands in the events of the case.</summary>
internal sealed class Appeal
{
    private Appeal() { }

    public Guid Id { get; private init; }

    /// <summary>The case that people decide about; it follows what is joined and parted.</summary>
    public Guid CaseFileId { get; private init; }

    /// <summary>The case against which it was made; never changes.</summary>
    public Guid OriginId { get; private init; }

    public AppealBy By { get; private init; }

    /// <summary>What they say, as an officer wrote it down.</summary>
    public string Text { get; private init; } = "";

    /// <summary>When it reached the ministry.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public Actor RecordedBy { get; private init; } = Actor.Reporter;

    public AppealState State { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public static Appeal Record(Guid caseFileId, AppealBy by, string text, DateTimeOffset receivedAt, Actor recordedBy, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        CaseFileId = caseFileId,
        OriginId = caseFileId,
        By = by,
        Text = text,
        ReceivedAt = receivedAt,
        RecordedAt = now,
        RecordedBy = recordedBy,
    };

    public void Decide(bool isUpheld, DateTimeOffset now) => (State, DecidedAt) = (isUpheld ? AppealState.Upheld : AppealState.Rejected, now);

    /// <remarks>Would be distributed by case file. One of each kind is open at a time; its end is a concurrency token.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Appeal>
    {
        public void Configure(EntityTypeBuilder<Appeal> builder)
        {
            builder.ToTable("case_appeals");
            builder.Property(a => a.By).HasConversion<string>().HasMaxLength(20);
            builder.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(a => a.Text).HasMaxLength(DeskEvent.MaxReasonLength);
            builder.Property(a => a.RecordedBy).HasConversion(a => a.Value, v => Actor.FromStorage(v)).HasMaxLength(Actor.MaxLength);
            builder.Property(a => a.DecidedAt).IsConcurrencyToken();
            builder.HasIndex(a => new { a.OriginId, a.By }).IsUnique().HasFilter("decided_at IS NULL");
            builder.HasIndex(a => new { a.CaseFileId, a.Id });
        }
    }
}

internal static class AppealStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Appeal> Appeals => db.Set<Appeal>();
    }
}
