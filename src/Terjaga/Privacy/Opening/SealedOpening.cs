using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;

namespace Terjaga.Privacy.Opening;

/// <summary>One officer's request to read one sealed contact, and what a second person said to it.</summary>
internal sealed class SealedOpening
{
    /// <summary>Longest code of a purpose, in characters.</summary>
    public const int MaxPurposeLength = 40;

    /// <summary>How long the contact can be read: long enough for one call, and for the next one it is asked again.</summary>
    public static readonly TimeSpan ReadFor = TimeSpan.FromMinutes(30);

    /// <summary>How long a request waits for its second person; after that it must be asked anew.</summary>
    public static readonly TimeSpan WaitFor = TimeSpan.FromDays(1);

    private SealedOpening() { }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public Guid AskedBy { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Code of <see cref="OpeningPurposes"/>.</summary>
    public string Purpose { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public OpeningState State { get; private set; }

    /// <summary>Null while nobody has decided.</summary>
    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When it can be agreed to or read no more.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    public static SealedOpening Ask(Guid reportId, Guid by, string purpose, string reason, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        ReportId = reportId,
        AskedBy = by,
        AskedAt = now,
        Purpose = purpose,
        Reason = reason,
        EndsAt = now + WaitFor,
    };

    public DeskEvent Decide(Guid by, bool isAgreed, string reason, DateTimeOffset now)
    {
        State = isAgreed ? OpeningState.Agreed : OpeningState.Refused;
        DecidedBy = by;
        DecidedAt = now;
        EndsAt = isAgreed ? now + ReadFor : now;
        return DeskEvent.Record(now, ReportId, isAgreed ? "contact.opening-agreed" : "contact.opening-refused", Actor.Officer(by), reason);
    }

    public bool CanBeReadBy(Guid officerId, DateTimeOffset now) => State == OpeningState.Agreed && AskedBy == officerId && now < EndsAt;
}

internal static class SealedOpeningStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<SealedOpening> SealedOpenings => db.Set<SealedOpening>();
    }

    /// <remarks>Would be distributed by report. That one person is never both is also the table's word.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<SealedOpening>
    {
        public void Configure(EntityTypeBuilder<SealedOpening> builder)
        {
            builder.ToTable("sealed_openings", table => table.HasCheckConstraint("ck_sealed_openings_two_persons", "decided_by <> asked_by"));
            builder.Property(o => o.Purpose).HasMaxLength(SealedOpening.MaxPurposeLength);
            builder.Property(o => o.Reason).HasMaxLength(DeskEvent.MaxReasonLength);
            builder.Property(o => o.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
            builder.HasIndex(o => new { o.ReportId, o.AskedBy });
            builder.HasIndex(o => o.Id, "ix_sealed_openings_asked").HasFilter("state = 'Asked'");
        }
    }
}
