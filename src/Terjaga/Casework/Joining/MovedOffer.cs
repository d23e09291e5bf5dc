using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Joining;

/// <summary>An offer that a step moved, and where to.</summary>
internal sealed class MovedOffer
{
    private MovedOffer() { }

    public Guid JoinId { get; private init; }

    public Guid OfferId { get; private init; }

    public static MovedOffer Of(CaseJoin join, Guid offerId) => new() { JoinId = join.Id, OfferId = offerId };
}

internal static class MovedOfferStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<MovedOffer> MovedOffers => db.Set<MovedOffer>();
    }

    /// <remarks>Would be distributed by offer.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<MovedOffer>
    {
        public void Configure(EntityTypeBuilder<MovedOffer> builder)
        {
            builder.ToTable("moved_offers").HasKey(m => new { m.OfferId, m.JoinId });
            builder.HasIndex(m => m.JoinId);
        }
    }
}
