using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;
using Terjaga.Takedown.Ladder;

namespace Terjaga.Takedown.Notices;

/// <summary>One letter to one recipient about many orders of one decision; its id is the identity of everything that is sent of it.</summary>
/// <remarks>It keeps what the letter says, so that a letter that is sent again after a crash says the same.</remarks>
internal sealed class Dispatch
{
    /// <summary>Most addresses of one letter: a mail of so many is still read, and no server refuses its size.</summary>
    public const int MaxOrders = 500;

    private Dispatch() { }

    public Guid Id { get; private init; }

    public DispatchKind Kind { get; private init; }

    public Guid CaseFileId { get; private init; }

    public Guid RecipientId { get; private init; }

    public Guid LegalBasisId { get; private init; }

    public string? ContentClass { get; private init; }

    public string? UrgencyGround { get; private init; }

    /// <summary>The words of the officer who drafted; empty in a withdrawal.</summary>
    public string Reason { get; private init; } = "";

    public Guid DraftedBy { get; private init; }

    public DateTimeOffset DraftedAt { get; private init; }

    public DateTimeOffset SignedAt { get; private init; }

    /// <summary>The dispatch whose orders this one ends or warns about; null in an order.</summary>
    public Guid? OfId { get; private init; }

    /// <summary>Of the ladder; null in what is no warning.</summary>
    public string? StepCode { get; private init; }

    /// <summary>The year of the letter number in western Indonesia, and the count within it.</summary>
    public int LetterYear { get; private init; }

    public int LetterCount { get; private init; }

    /// <summary>The day of the letter: of the signature, or of the withdrawal.</summary>
    public DateTimeOffset LetterAt { get; private init; }

    /// <summary>Since when its list of orders is closed, and its bytes with it; null before.</summary>
    public DateTimeOffset? ComposedAt { get; private set; }

    /// <summary>When the recipient's own server took it; null before.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>By which channel it was taken, see <see cref="Delivery"/>; null before, and where that was not kept.</summary>
    public RecipientChannel? SentBy { get; private set; }

    public string? SentTo { get; private set; }

    public string? SentIdentity { get; private set; }

    public string? ServerAnswer { get; private set; }

    public string? SentSha256 { get; private set; }

    public string Number => LetterNumber.Say(LetterCount, LetterAt);

    public static Dispatch Sign(DraftGroup group, Guid caseFileId, string reason, int letter, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Kind = DispatchKind.Order,
        CaseFileId = caseFileId,
        RecipientId = group.RecipientId,
        LegalBasisId = group.LegalBasisId,
        ContentClass = group.ContentClass,
        UrgencyGround = group.UrgencyGround,
        Reason = reason,
        DraftedBy = group.DraftedBy,
        DraftedAt = group.DraftedAt,
        SignedAt = now,
        LetterYear = WibTime.DayOf(now).Year,
        LetterCount = letter,
        LetterAt = now,
    };

    /// <summary>Some or all of its orders end; their list is closed with it.</summary>
    public Dispatch Withdraw(int letter, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Kind = DispatchKind.Withdrawal,
        CaseFileId = CaseFileId,
        RecipientId = RecipientId,
        LegalBasisId = LegalBasisId,
        ContentClass = ContentClass,
        DraftedBy = DraftedBy,
        DraftedAt = DraftedAt,
        SignedAt = SignedAt,
        OfId = Id,
        LetterYear = WibTime.DayOf(now).Year,
        LetterCount = letter,
        LetterAt = now,
        ComposedAt = now,
    };

    /// <summary>Some or all of its orders were not obeyed in time; the list is closed when it is sent.</summary>
    public Dispatch Warn(string step, string reason, int letter, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Kind = DispatchKind.Warning,
        CaseFileId = CaseFileId,
        RecipientId = RecipientId,
        LegalBasisId = LegalBasisId,
        ContentClass = ContentClass,
        UrgencyGround = UrgencyGround,
        Reason = reason,
        DraftedBy = DraftedBy,
        DraftedAt = DraftedAt,
        SignedAt = now,
        OfId = Id,
        StepCode = step,
        LetterYear = WibTime.DayOf(now).Year,
        LetterCount = letter,
        LetterAt = now,
    };

    public void Compose(DateTimeOffset now) => ComposedAt ??= now;

    public void Send(DateTimeOffset now) => SentAt ??= now;

    /// <summary>The proof that it was taken; the caller says when.</summary>
    public void Deliver(Delivery delivery) => (SentBy, SentTo, SentIdentity, ServerAnswer, SentSha256) =
        (delivery.Channel, delivery.To, delivery.Identity, delivery.Answer, delivery.Sha256);
}

internal static class DispatchStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Dispatch> Dispatches => db.Set<Dispatch>();
    }

    /// <remarks>Would be distributed by case file, beside its orders.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Dispatch>
    {
        public void Configure(EntityTypeBuilder<Dispatch> builder)
        {
            builder.ToTable("dispatches");
            builder.Ignore(d => d.Number);
            builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
            builder.Property(d => d.ContentClass).HasMaxLength(ContentClasses.MaxCodeLength);
            builder.Property(d => d.UrgencyGround).HasMaxLength(ContentClasses.MaxCodeLength);
            builder.Property(d => d.StepCode).HasMaxLength(LadderSteps.MaxCodeLength);
            builder.Property(d => d.Reason).HasMaxLength(DeskEvent.MaxReasonLength);
            builder.Property(d => d.SentAt).IsConcurrencyToken();
            builder.Property(d => d.SentBy).HasConversion<string>().HasMaxLength(20);
            builder.Property(d => d.SentTo).HasMaxLength(Recipient.MaxAddressLength);
            builder.Property(d => d.SentIdentity).HasMaxLength(Delivery.MaxIdentityLength);
            builder.Property(d => d.ServerAnswer).HasMaxLength(Delivery.MaxAnswerLength);
            builder.Property(d => d.SentSha256).HasMaxLength(Delivery.HashLength);
            builder.HasIndex(d => new { d.LetterYear, d.LetterCount }).IsUnique();
            builder.HasIndex(d => d.CaseFileId);
        }
    }
}
