using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>The demand to one recipient to take one item away, from its draft to the day it is seen to be gone.</summary>
internal sealed class Order
{
    /// <summary>So much may happen to an order before its recipient is no longer listened to: whoever has its link must not fill the desk, or send it to the site again and again.</summary>
    public const int MostHappenings = 200;

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

    /// <summary>When the recipient first said anything about it, by any way that proves who says it; null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>When it was seen that the time was up and the item still there; null while in time. Never taken back.</summary>
    public DateTimeOffset? LateAt { get; private set; }

    /// <summary>The first of the sightings that it is gone; null while it is there.</summary>
    public DateTimeOffset? SeenGoneAt { get; private set; }

    public DateTimeOffset? ConfirmedGoneAt { get; private set; }

    /// <summary>What the last look showed; null before the first.</summary>
    public WatchedState? LastSeen { get; private set; }

    public DateTimeOffset? LastLookAt { get; private set; }

    /// <summary>The last look that showed it gone; how long it has stayed away is counted up to here.</summary>
    public DateTimeOffset? LastGoneAt { get; private set; }

    /// <summary>When it was seen again after it was confirmed gone; null while it stays away.</summary>
    public DateTimeOffset? CameBackAt { get; private set; }

    /// <summary>The letter that it goes out in; null before it is signed.</summary>
    public Guid? DispatchId { get; private set; }

    /// <summary>The letter that tells its end; null where none does.</summary>
    public Guid? WithdrawalId { get; private set; }

    /// <summary>It ended before its letter was closed, and is not in it.</summary>
    public bool IsLeftOut { get; private set; }

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

    public void Enter(Guid dispatchId) => DispatchId = dispatchId;

    /// <summary>Only the first time counts.</summary>
    public void Acknowledge(DateTimeOffset now) => AcknowledgedAt ??= now;

    public void LeaveOut() => IsLeftOut = true;

    public void EndBy(Guid withdrawalId) => WithdrawalId = withdrawalId;

    /// <param name="at">When the recipient had it; where a person hands letters over, that is before it is written down.</param>
    /// <param name="how">By which way, where a person brought it; null elsewhere.</param>
    public DeskEvent Send(DateTimeOffset at, TimeSpan deadline, Actor by, DateTimeOffset now, string? how)
    {
        SentAt = at;
        DeadlineAt = at + deadline;
        return Happen(now, OrderEvents.Sent, by, how);
    }

    /// <summary>Whether the recipient has it, and what it asks for was not seen to be done.</summary>
    public bool IsDisobeyed => State is OrderState.Sent or OrderState.SaidRemoved or OrderState.Refused;

    /// <summary>Whether its place is looked at: not where it holds no longer.</summary>
    public bool IsWatched => State is not (OrderState.Withdrawn or OrderState.CameBack);

    /// <summary>The recipient has a warning since an instant, and so much more time from then.</summary>
    public DeskEvent Warn(DateTimeOffset at, TimeSpan deadline, Actor by, string? step, DateTimeOffset now)
    {
        DeadlineAt = at + deadline;
        return Happen(now, OrderEvents.Warned, by, step);
    }

    public DeskEvent BecomeLate(DateTimeOffset now, Actor by)
    {
        LateAt = now;
        return Happen(now, OrderEvents.Late, by);
    }

    /// <summary>A look was taken; whether anything happened by it is another question.</summary>
    public void LookedAt(DateTimeOffset now, WatchedState seen)
    {
        (LastSeen, LastLookAt) = (seen, now);
        if (seen == WatchedState.Gone)
            LastGoneAt = now;
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

    public DeskEvent ComeBack(DateTimeOffset now, Actor by)
    {
        CameBackAt = now;
        return Happen(now, OrderEvents.CameBack, by);
    }
}

internal static class OrderStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Order> Orders => db.Set<Order>();
    }

    /// <remarks>Would be distributed by case file. The unique index orders an item from a recipient once at a time; what came back is ordered anew.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Order>
    {
        public void Configure(EntityTypeBuilder<Order> builder)
        {
            builder.ToTable("orders");
            builder.Ignore(o => o.IsDisobeyed).Ignore(o => o.IsWatched);
            builder.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(o => o.ContentClass).HasMaxLength(ContentClasses.MaxCodeLength);
            builder.Property(o => o.UrgencyGround).HasMaxLength(ContentClasses.MaxCodeLength);
            builder.Property(o => o.LastSeen).HasConversion<string>().HasMaxLength(20);
            builder.Property(o => o.Version).IsConcurrencyToken();
            builder.HasIndex(o => new { o.ItemId, o.RecipientId }).IsUnique().HasFilter("state <> 'Withdrawn' AND state <> 'CameBack'");
            builder.HasIndex(o => new { o.CaseFileId, o.State });
            builder.HasIndex(o => o.SentAt);
            builder.HasIndex(o => o.DispatchId);
            builder.HasIndex(o => o.WithdrawalId).HasFilter("withdrawal_id IS NOT NULL");
        }
    }
}
