using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Ladder;

/// <summary>A step that follows an order which was not obeyed in time: prepared by the clock, released by a person.</summary>
internal sealed class OrderStep
{
    private OrderStep() { }

    public Guid Id { get; private init; }

    public Guid OrderId { get; private init; }

    public Guid CaseFileId { get; private init; }

    public Guid RecipientId { get; private init; }

    /// <summary>Of <see cref="LadderSteps"/>.</summary>
    public string Code { get; private init; } = "";

    public DateTimeOffset PreparedAt { get; private init; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public Guid? ReleasedBy { get; private set; }

    /// <summary>The letter that brings it to the recipient; null before it is released, and where nothing is sent.</summary>
    public Guid? DispatchId { get; private set; }

    /// <summary>When the recipient's own server took the letter; its clock starts here.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public static OrderStep Prepare(Order order, string code, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        OrderId = order.Id,
        CaseFileId = order.CaseFileId,
        RecipientId = order.RecipientId,
        Code = code,
        PreparedAt = now,
    };

    public void Release(Guid officerId, Guid? dispatchId, DateTimeOffset now) => (ReleasedBy, DispatchId, ReleasedAt) = (officerId, dispatchId, now);

    /// <summary>What it is about was taken away before the letter was closed.</summary>
    public void LeaveOut() => DispatchId = null;

    public void Send(DateTimeOffset now) => SentAt ??= now;
}

internal static class OrderStepStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<OrderStep> OrderSteps => db.Set<OrderStep>();
    }

    /// <remarks>Would be distributed by case file, beside its orders. A step is prepared once for an order, and released once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<OrderStep>
    {
        public void Configure(EntityTypeBuilder<OrderStep> builder)
        {
            builder.ToTable("order_steps");
            builder.Property(s => s.Code).HasMaxLength(LadderSteps.MaxCodeLength);
            builder.Property(s => s.ReleasedAt).IsConcurrencyToken();
            builder.HasIndex(s => new { s.OrderId, s.Code }).IsUnique();
            builder.HasIndex(s => s.CaseFileId);
            builder.HasIndex(s => s.DispatchId);
        }
    }
}
