using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts.Factors;

/// <summary>A key in an officer's phone, computer or stick (W3C WebAuthn Level 3); the desk keeps its public half.</summary>
internal sealed class Passkey
{
    /// <summary>Longest credential id, in bytes; WebAuthn section 4.</summary>
    public const int MaxIdBytes = 1_023;

    /// <summary>Longest name, in characters; also the bound of the form field.</summary>
    public const int MaxNameLength = 60;

    private const char Between = ',';

    private Passkey() { }

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public string Name { get; private init; } = "";

    public byte[] CredentialId { get; private init; } = [];

    public byte[] PublicKey { get; private init; } = [];

    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Null before the first use; the concurrency token that lets an answer of the device open one session.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>How often the device says that it was used; 0 where it does not count.</summary>
    public long SignCount { get; private set; }

    public bool IsBackupEligible { get; private init; }

    public bool IsBackedUp { get; private set; }

    public string Transports { get; private init; } = "";

    public static Passkey Add(Guid officerId, UserPasskeyInfo made, string name, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        OfficerId = officerId,
        Name = name,
        CredentialId = made.CredentialId,
        PublicKey = made.PublicKey,
        AddedAt = now,
        SignCount = made.SignCount,
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        Transports = PlainText.Shorten(string.Join(Between, made.Transports ?? []), MaxNameLength),
    };

    public void Use(UserPasskeyInfo used, DateTimeOffset now) =>
        (UsedAt, SignCount, IsBackedUp) = (now, used.SignCount, used.IsBackedUp);

    /// <remarks>What the device said of its make when it was added is not kept: nobody reads it.</remarks>
    public UserPasskeyInfo ToIdentity() => new(
        CredentialId, PublicKey, AddedAt, (uint)SignCount, Transports.Split(Between, StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: []);
}

internal static class PasskeyStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();
    }

    /// <remarks>Would be a reference table.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> builder)
        {
            builder.ToTable("passkeys");
            builder.Property(p => p.Name).HasMaxLength(Passkey.MaxNameLength);
            builder.Property(p => p.CredentialId).HasMaxLength(Passkey.MaxIdBytes);
            builder.Property(p => p.PublicKey).HasMaxLength(2_048);
            builder.Property(p => p.Transports).HasMaxLength(Passkey.MaxNameLength);
            builder.Property(p => p.UsedAt).IsConcurrencyToken();
            builder.HasIndex(p => p.CredentialId).IsUnique();
            builder.HasIndex(p => p.OfficerId);
        }
    }
}
