using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;

namespace Terjaga.Takedown;

/// <summary>The demand to one recipient to take one item away, from its draft to the day it is seen to be gone.</summary>
internal sealed class Order
{
    private Order() { }

    public Guid Id { get; private init; }

    public Guid CaseFileId { get; private init; }

    public Guid ItemId { get; private init; }

    public Guid RecipientId { get; private init; }

    public Guid LegalBasisId { get; private init; }

    /// <summary>Whether the place is invented; the database lets such an order stand at an invented recipient alone (<see cref="Recipients.PrepareFence"/>).</summary>
    public bool IsTest { get; private init; }

    /// <summary>Code of the class of the content; null where none was said.</summary>
    public string? ContentClass { get; private init; }

    /// <summary>Code of the ground on which <see cref="DraftedBy"/> called it urgent; null where it is not.</summary>
    public string? UrgencyGround { get; private init; }

    public OrderState State { get; private set; }

    /// <summary>Counts what happened, so that of two things at once only one is stored.</summary>
    public int Version { get; private set; }

    public Guid DraftedBy { get; private init; }

    public DateTimeOffset DraftedAt { get; private init; }

    /// <summary>When the recipient's own server took the notice; null before. The clock of the law starts here.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When its time is up; null before it is sent.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }

    /// <summary>When it was seen that the time was up and the item still there; null while in time. Never taken back.</summary>
    public DateTimeOffset? LateAt { get; private set; }

    /// <summary>The first of the sightings that it is gone; null while it is there.</summary>
    public DateTimeOffset? SeenGoneAt { get; private set; }

    public DateTimeOffset? ConfirmedGoneAt { get; private set; }

    public static Order Draft(Guid caseFileId, Guid itemId, Guid recipientId, Guid legalBasisId, LegalReview review, Guid officerId, DateTimeOffset now, bool isTest = false) => new()
    {
        Id = TimeOrderedId.At(now),
        CaseFileId = caseFileId,
        ItemId = itemId,
        RecipientId = recipientId,
        LegalBasisId = legalBasisId,
        IsTest = isTest,
        ContentClass = review.ContentClass,
        UrgencyGround = review.UrgencyGround,
        DraftedBy = officerId,
        DraftedAt = now,
    };

    /// <summary>Something happened: the state follows, and the event is what is stored of it.</summary>
    public DeskEvent Happen(DateTimeOffset now, string kind, Actor by, string? reason = null, Grounds? on = null)
    {
        State = OrderEvents.Next(State, kind);
        Version++;
        return DeskEvent.Record(now, Id, kind, by, reason, on);
    }

    public DeskEvent Send(DateTimeOffset now, TimeSpan deadline, Actor by)
    {
        SentAt = now;
        DeadlineAt = now + deadline;
        return Happen(now, OrderEvents.Sent, by);
    }

    public DeskEvent BecomeLate(DateTimeOffset now, Actor by)
    {
        LateAt = now;
        return Happen(now, OrderEvents.Late, by);
    }

    public DeskEvent SeeGone(DateTimeOffset now, Actor by)
    {
        SeenGoneAt = now;
        return Happen(now, OrderEvents.SeenGone, by);
    }

    public DeskEvent SeeThere(DateTimeOffset now, Actor by)
    {
        SeenGoneAt = null;
        return Happen(now, OrderEvents.SeenThere, by);
    }

    public DeskEvent ConfirmGone(DateTimeOffset now, Actor by)
    {
        ConfirmedGoneAt = now;
        return Happen(now, OrderEvents.ConfirmedGone, by);
    }
}

internal static class OrderStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Order> Orders => db.Set<Order>();
    }

    /// <remarks>Would be distributed by case file. The unique index orders an item from a recipient once at a time.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Order>
    {
        public void Configure(EntityTypeBuilder<Order> builder)
        {
            builder.ToTable("orders");
            builder.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(o => o.ContentClass).HasMaxLength(ContentClasses.MaxCodeLength);
            builder.Property(o => o.UrgencyGround).HasMaxLength(ContentClasses.MaxCodeLength);
            builder.Property(o => o.Version).IsConcurrencyToken();
            builder.HasIndex(o => new { o.ItemId, o.RecipientId }).IsUnique().HasFilter("state <> 'Withdrawn'");
            builder.HasIndex(o => o.CaseFileId);
        }
    }
}
