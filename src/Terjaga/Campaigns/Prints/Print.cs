using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns.Prints;

/// <summary>What of a report is compared with others: the fingerprint of its words, and what its pictures look like.</summary>
internal sealed class Print
{
    /// <summary>Most pictures of a report that are compared.</summary>
    public const int MaxPictures = 5;

    private Print() { }

    /// <summary>Order of storing, by which every process finds what is new.</summary>
    public long Number { get; private init; }

    public Guid ReportId { get; private init; }

    /// <summary>See <see cref="Fingerprint.ToBytes"/>; empty where the words tell too little.</summary>
    public byte[] Words { get; private init; } = [];

    /// <summary>Looks of pictures, one behind the other; empty where there are none.</summary>
    public byte[] Pictures { get; private init; } = [];

    public static Print Take(Guid reportId, Fingerprint words, IEnumerable<byte[]> looks) => new()
    {
        ReportId = reportId,
        Words = words.ToBytes(),
        Pictures = [.. looks.Take(MaxPictures).SelectMany(look => look)],
    };
}

internal static class PrintStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Print> Prints => db.Set<Print>();
    }

    /// <remarks>Would be distributed by report; every node that links reads them all, in the order of their numbers.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Print>
    {
        public void Configure(EntityTypeBuilder<Print> builder)
        {
            builder.ToTable("prints").HasKey(p => p.Number);
            builder.Property(p => p.Number).ValueGeneratedOnAdd();
            builder.Property(p => p.Words).HasMaxLength(Fingerprint.MaxBytes);
            builder.HasIndex(p => p.ReportId).IsUnique();
        }
    }
}
