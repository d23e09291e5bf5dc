using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Answers;

/// <summary>A key with which a recipient reads its own orders and answers them. Only its hash is kept.</summary>
internal sealed class RecipientKey
{
    /// <summary>Longest label, in characters.</summary>
    public const int MaxLabelLength = 120;

    /// <summary>Bytes of chance in a key: 256 bits, which nobody guesses.</summary>
    private const int KeyBytes = 32;

    /// <summary>Hexadecimal digits of a SHA-256.</summary>
    private const int HashLength = 64;

    private RecipientKey() { }

    public Guid Id { get; private init; }

    public Guid RecipientId { get; private init; }

    /// <summary>What the administrator calls it, such as the desk that got it.</summary>
    public string Label { get; private init; } = "";

    /// <summary>SHA-256 of the key, lower-case hexadecimal. A key of so much chance needs no slow hash.</summary>
    public string Hash { get; private init; } = "";

    public Guid GivenBy { get; private init; }

    public DateTimeOffset GivenAt { get; private init; }

    /// <summary>The last day on which it is good, in western Indonesia.</summary>
    public DateOnly ValidUntil { get; private init; }

    public Guid? RevokedBy { get; private set; }

    /// <summary>Null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Null while nobody has used it.</summary>
    public DateOnly? LastUsedOn { get; private init; }

    /// <param name="key">Told now and never again.</param>
    public static RecipientKey Give(Guid recipientId, string label, DateOnly validUntil, Guid officerId, DateTimeOffset now, out string key)
    {
        key = "tjr_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return new RecipientKey
        {
            Id = TimeOrderedId.At(now),
            RecipientId = recipientId,
            Label = label,
            Hash = HashOf(key),
            GivenBy = officerId,
            GivenAt = now,
            ValidUntil = validUntil,
        };
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Only the first time counts.</summary>
    public void Revoke(Guid officerId, DateTimeOffset now)
    {
        if (RevokedAt is null)
            (RevokedBy, RevokedAt) = (officerId, now);
    }

    /// <remarks>Would be a reference table, beside the recipients.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<RecipientKey>
    {
        public void Configure(EntityTypeBuilder<RecipientKey> builder)
        {
            builder.ToTable("recipient_keys");
            builder.Property(k => k.Label).HasMaxLength(MaxLabelLength);
            builder.Property(k => k.Hash).HasMaxLength(HashLength);
            builder.HasIndex(k => k.Hash).IsUnique();
            builder.HasIndex(k => k.RecipientId);
        }
    }
}

internal static class RecipientKeyStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<RecipientKey> RecipientKeys => db.Set<RecipientKey>();
    }
}
