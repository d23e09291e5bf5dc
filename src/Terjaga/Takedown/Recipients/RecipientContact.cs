using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Recipients;

/// <summary>One of the ways to reach a recipient. Notices go by the first; the others are there when that one is dead.</summary>
internal sealed class RecipientContact
{
    private RecipientContact() { }

    public Guid Id { get; private init; }

    public Guid RecipientId { get; private init; }

    /// <summary>The lowest is asked first.</summary>
    public int Rank { get; private set; }

    public RecipientChannel Channel { get; private init; }

    public string Address { get; private init; } = "";

    /// <summary>The secret that signs calls, sealed; null on every other channel.</summary>
    public byte[]? SealedSecret { get; private init; }

    public string? Language { get; private init; }

    /// <summary>See <see cref="DeskHours"/>; null where they are not known.</summary>
    public string? Hours { get; private init; }

    /// <summary>Time in which it promises to answer, in hours; null where it promises none.</summary>
    public int? ClockHours { get; private init; }

    public string? PublicKey { get; private init; }

    public string Source { get; private init; } = "";

    public DateOnly? SeenOn { get; private init; }

    /// <summary>The last day; null while it holds.</summary>
    public DateOnly? ValidUntil { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    public static RecipientContact Add(Guid recipientId, int rank, Contact contact, DeskKey desk, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        RecipientId = recipientId,
        Rank = rank,
        Channel = contact.Channel,
        Address = contact.Address,
        SealedSecret = contact.Secret is { } secret
            ? Sealer.Seal(desk.For(Recipient.SecretPurpose), Encoding.UTF8.GetBytes(secret), recipientId.ToByteArray())
            : null,
        Language = contact.Language,
        Hours = contact.Hours,
        ClockHours = contact.ClockHours,
        PublicKey = contact.PublicKey,
        Source = contact.Source,
        SeenOn = contact.SeenOn,
        ValidUntil = contact.ValidUntil,
        AddedAt = now,
    };

    public void MoveTo(int rank) => Rank = rank;
}

internal static class RecipientContactStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<RecipientContact> RecipientContacts => db.Set<RecipientContact>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<RecipientContact>
    {
        public void Configure(EntityTypeBuilder<RecipientContact> builder)
        {
            builder.ToTable("recipient_contacts");
            builder.Property(c => c.Channel).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Address).HasMaxLength(Recipient.MaxAddressLength);
            builder.Property(c => c.SealedSecret).HasMaxLength(Recipient.MaxSecretBytes);
            builder.Property(c => c.Language).HasMaxLength(Contact.MaxLanguageLength);
            builder.Property(c => c.Hours).HasMaxLength(DeskHours.MaxLength);
            builder.Property(c => c.PublicKey).HasMaxLength(Contact.MaxKeyLength);
            builder.Property(c => c.Source).HasMaxLength(Recipient.MaxAddressLength);
            builder.HasIndex(c => new { c.RecipientId, c.Channel, c.Address }).IsUnique();
            builder.HasIndex(c => new { c.Channel, c.Address });
        }
    }
}
