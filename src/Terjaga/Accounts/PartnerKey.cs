using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts;

/// <summary>A key with which a partner, such as a job portal, may call more often than a stranger. Only its hash is kept.</summary>
internal sealed class PartnerKey
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 120;

    /// <summary>Bytes of chance in a key: more than anybody guesses.</summary>
    private const int KeyBytes = 24;

    private PartnerKey() { }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of the key, lower-case hexadecimal. A key of so much chance needs no slow hash.</summary>
    public string Hash { get; private init; } = "";

    public DateTimeOffset IssuedAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static (PartnerKey Row, string Key) Issue(string name, DateTimeOffset now)
    {
        var key = "tjg_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return (new PartnerKey { Id = TimeOrderedId.At(now), Name = name, Hash = HashOf(key), IssuedAt = now }, key);
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

internal static class PartnerKeyStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<PartnerKey> PartnerKeys => db.Set<PartnerKey>();
    }

    /// <remarks>Would be a reference table.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<PartnerKey>
    {
        public void Configure(EntityTypeBuilder<PartnerKey> builder)
        {
            builder.ToTable("partner_keys");
            builder.Property(k => k.Name).HasMaxLength(PartnerKey.MaxNameLength);
            builder.Property(k => k.Hash).HasMaxLength(64);
            builder.HasIndex(k => k.Hash).IsUnique();
        }
    }
}
