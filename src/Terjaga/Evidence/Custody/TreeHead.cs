using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence.Custody;

/// <summary>A signed head of the log as it was published, with the time stamp that an authority gave it.</summary>
internal sealed class TreeHead
{
    /// <summary>Longest public key in PEM, in characters; one of P-256 has 178.</summary>
    public const int MaxKeyLength = 400;

    private TreeHead() { }

    public Guid Id { get; private init; }

    public long Size { get; private init; }

    public byte[] Root { get; private init; } = [];

    /// <summary>Whole microseconds: it is part of what is signed.</summary>
    public DateTimeOffset At { get; private init; }

    public byte[] Signature { get; private init; } = [];

    public string PublicKey { get; private init; } = "";

    /// <summary>RFC 3161 token in DER; null while no authority has given one.</summary>
    public byte[]? Stamp { get; private set; }

    /// <summary>The time in the stamp, by the authority's clock; null with it.</summary>
    public DateTimeOffset? StampedAt { get; private set; }

    public static TreeHead Sign(DateTimeOffset now, long size, byte[] root, CustodyKey key)
    {
        var draft = new SignedHead(size, root, CustodyTime.Whole(now), [], key.PublicKey, null);
        return new()
        {
            Id = TimeOrderedId.At(now),
            Size = size,
            Root = root,
            At = draft.At,
            Signature = key.Sign(draft.Text),
            PublicKey = key.PublicKey,
        };
    }

    public SignedHead ToSigned() => new(Size, Root, At, Signature, PublicKey, Stamp);

    /// <summary>Keeps the first stamp: an older one proves more.</summary>
    public void Accept(byte[] stamp, DateTimeOffset stampedAt)
    {
        if (Stamp is null)
            (Stamp, StampedAt) = (stamp, stampedAt);
    }
}

internal static class TreeHeadStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<TreeHead> TreeHeads => db.Set<TreeHead>();

        /// <summary>The head that was signed last; null before the first one. By size, since clocks of nodes differ.</summary>
        public Task<TreeHead?> FindNewestHeadAsync(CancellationToken cancellationToken) =>
            db.TreeHeads.OrderByDescending(h => h.Size).ThenByDescending(h => h.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <remarks>Would be a reference table: 24 rows a day.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<TreeHead>
    {
        public void Configure(EntityTypeBuilder<TreeHead> builder)
        {
            builder.ToTable("tree_heads");
            builder.Property(h => h.Root).HasMaxLength(Merkle.HashBytes);
            builder.Property(h => h.PublicKey).HasMaxLength(TreeHead.MaxKeyLength);
            builder.HasIndex(h => new { h.Size, h.Id });
        }
    }
}
