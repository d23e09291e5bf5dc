using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Replies;

/// <summary>A mail that came back about an order. What it says is sealed under a key of its own; destroying that key is erasure.</summary>
internal sealed class OrderReply
{
    /// <summary>Longest name of a kind, in characters; and of a status of RFC 3463 and of a SHA-256.</summary>
    public const int MaxNameLength = 20, MaxStatusLength = 11, FingerprintLength = 64;

    private const string Purpose = "order-reply";

    private OrderReply() { }

    public Guid Id { get; private init; }

    public Guid OrderId { get; private init; }

    public Guid RecipientId { get; private init; }

    public DateTimeOffset TakenAt { get; private init; }

    public MailKind Kind { get; private init; }

    public SaidOutcome Said { get; private init; }

    /// <summary>Why it was not delivered; null for what is no bounce and no delay.</summary>
    public BounceReason? Reason { get; private init; }

    public string? Status { get; private init; }

    /// <summary>Where it says that it comes from.</summary>
    public string SenderDomain { get; private init; } = "";

    /// <summary>Whether it came to the signed address of its order; otherwise only an identity of a message names the order.</summary>
    public bool IsProven { get; private init; }

    /// <summary>Whether it was longer than is kept.</summary>
    public bool IsShortened { get; private init; }

    /// <summary>By which the same mail is known again.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>The reply's own key, sealed with the desk's.</summary>
    public byte[] WrappedKey { get; private init; } = [];

    /// <summary>The whole mail as it came.</summary>
    public byte[] SealedMail { get; private init; } = [];

    /// <summary>Its beginning as plain text.</summary>
    public byte[] SealedText { get; private init; } = [];

    public static OrderReply Take(DeskKey desk, Order order, MailReading reading, ReadOnlySpan<byte> mail, bool isProven, DateTimeOffset now)
    {
        var id = TimeOrderedId.At(now);
        var (key, context) = (RandomNumberGenerator.GetBytes(DeskKey.LengthBytes), id.ToByteArray());
        return new()
        {
            Id = id,
            OrderId = order.Id,
            RecipientId = order.RecipientId,
            TakenAt = now,
            Kind = reading.Kind,
            Said = reading.Said,
            Reason = reading.Reason,
            Status = reading.Status,
            SenderDomain = reading.SenderDomain,
            IsProven = isProven,
            IsShortened = mail.Length > MailLimits.MaxBytes,
            Fingerprint = reading.Fingerprint,
            WrappedKey = Sealer.Seal(desk.For(Purpose), key, context),
            SealedMail = Sealer.Seal(key, mail[..Math.Min(mail.Length, MailLimits.MaxBytes)], context),
            SealedText = Sealer.Seal(key, Encoding.UTF8.GetBytes(reading.Text), context),
        };
    }

    /// <summary>Opens what was sealed of a reply, its text or the whole mail.</summary>
    public static byte[] Open(DeskKey desk, Guid id, byte[] wrappedKey, byte[] closed)
    {
        var context = id.ToByteArray();
        return Sealer.Open(Sealer.Open(desk.For(Purpose), wrappedKey, context), closed, context);
    }
}

internal static class OrderReplyStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<OrderReply> OrderReplies => db.Set<OrderReply>();
    }

    /// <remarks>Would be distributed by order. The unique index stores a mail once, by whichever doors it comes.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<OrderReply>
    {
        public void Configure(EntityTypeBuilder<OrderReply> builder)
        {
            builder.ToTable("order_replies");
            builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(OrderReply.MaxNameLength);
            builder.Property(r => r.Said).HasConversion<string>().HasMaxLength(OrderReply.MaxNameLength);
            builder.Property(r => r.Reason).HasConversion<string>().HasMaxLength(OrderReply.MaxNameLength);
            builder.Property(r => r.Status).HasMaxLength(OrderReply.MaxStatusLength);
            builder.Property(r => r.SenderDomain).HasMaxLength(MailLimits.MaxDomainLength);
            builder.Property(r => r.Fingerprint).HasMaxLength(OrderReply.FingerprintLength);
            builder.Property(r => r.WrappedKey).HasMaxLength(128);
            builder.HasIndex(r => new { r.OrderId, r.Fingerprint }).IsUnique();
        }
    }
}
