using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Replies;

/// <summary>An address of a recipient that takes no mail any more; forgotten when it answers again.</summary>
internal sealed class DeadContact
{
    private DeadContact() { }

    public Guid RecipientId { get; private init; }

    public string Address { get; private init; } = "";

    /// <summary>A bounce, or a complaint.</summary>
    public MailKind Kind { get; private set; }

    /// <summary>Null for a complaint.</summary>
    public BounceReason? Reason { get; private set; }

    public Guid OrderId { get; private init; }

    /// <summary>When it failed last.</summary>
    public DateTimeOffset FailedAt { get; private set; }

    public static DeadContact Find(Recipient recipient, OrderReply reply) => new()
    {
        RecipientId = recipient.Id,
        Address = recipient.Address,
        Kind = reply.Kind,
        Reason = reply.Reason,
        OrderId = reply.OrderId,
        FailedAt = reply.TakenAt,
    };

    /// <summary>The recipient's own server refused the address while the letter was handed over: no mail will come back to say so.</summary>
    public static DeadContact Refused(Recipient recipient, Guid orderId, BounceReason reason, DateTimeOffset now) => new()
    {
        RecipientId = recipient.Id,
        Address = recipient.Address,
        Kind = MailKind.Bounce,
        Reason = reason,
        OrderId = orderId,
        FailedAt = now,
    };

    public void FailAgain(OrderReply reply) => (Kind, Reason, FailedAt) = (reply.Kind, reply.Reason, reply.TakenAt);

    /// <summary>Whether a mail means that the whole address is of no use, not that this one mail was refused.</summary>
    public static bool IsSeenIn(MailReading reading) => reading.Kind == MailKind.Complaint
        || (reading.Kind == MailKind.Bounce && reading.Reason is not (BounceReason.TooLarge or BounceReason.Rejected));
}

internal static class DeadContactStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<DeadContact> DeadContacts => db.Set<DeadContact>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<DeadContact>
    {
        public void Configure(EntityTypeBuilder<DeadContact> builder)
        {
            builder.ToTable("dead_contacts").HasKey(c => new { c.RecipientId, c.Address });
            builder.Property(c => c.Address).HasMaxLength(Recipient.MaxAddressLength);
            builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(OrderReply.MaxNameLength);
            builder.Property(c => c.Reason).HasConversion<string>().HasMaxLength(OrderReply.MaxNameLength);
        }
    }
}
