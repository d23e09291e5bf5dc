using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>The key of one holder of evidence: an item, or a report. Destroying it destroys what only that holder had.</summary>
internal sealed class EvidenceKey
{
    /// <summary>Most bytes of a sealed key: the key, its nonce and its tag.</summary>
    public const int MaxWrapped = 128;

    private const string Purpose = "evidence";

    private EvidenceKey() { }

    public Guid HolderId { get; private init; }

    /// <summary>Sealed with the desk's key; null once it is destroyed.</summary>
    public byte[]? WrappedKey { get; private set; }

    /// <summary>The last time that it was destroyed; null if it never was.</summary>
    public DateTimeOffset? DestroyedAt { get; private set; }

    public static EvidenceKey Make(DeskKey desk, Guid holderId) => new() { HolderId = holderId, WrappedKey = Draw(desk, holderId) };

    /// <summary>Throws <see cref="CryptographicException"/> where it is destroyed, or sealed with another desk's key.</summary>
    public byte[] Open(DeskKey desk) => WrappedKey is { } wrapped
        ? Sealer.Open(desk.For(Purpose), wrapped, HolderId.ToByteArray())
        : throw new CryptographicException("The key of this holder is destroyed.");

    /// <summary>What was destroyed stays so; what is seen later has a new key.</summary>
    public void Renew(DeskKey desk) => WrappedKey ??= Draw(desk, HolderId);

    public void Destroy(DateTimeOffset now)
    {
        WrappedKey = null;
        DestroyedAt = now;
    }

    /// <summary>Stores it together with what it belongs to, and not where that is not stored.</summary>
    public Statement ToStatement(Cause cause) => new(
        $"""
        INSERT INTO evidence_keys (holder_id, wrapped_key)
        SELECT $1, $2 WHERE {cause.IsStored(3)}
        ON CONFLICT (holder_id) DO NOTHING
        """,
        HolderId, WrappedKey, cause.Id);

    private static byte[] Draw(DeskKey desk, Guid holderId) =>
        Sealer.Seal(desk.For(Purpose), RandomNumberGenerator.GetBytes(DeskKey.LengthBytes), holderId.ToByteArray());
}

internal static class EvidenceKeyStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<EvidenceKey> EvidenceKeys => db.Set<EvidenceKey>();
    }

    /// <remarks>Would be distributed by holder.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<EvidenceKey>
    {
        public void Configure(EntityTypeBuilder<EvidenceKey> builder)
        {
            builder.ToTable("evidence_keys").HasKey(k => k.HolderId);
            builder.Property(k => k.HolderId).ValueGeneratedNever();
            builder.Property(k => k.WrappedKey).HasMaxLength(EvidenceKey.MaxWrapped);
        }
    }
}
