using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts;

/// <summary>A link that lets one person become one officer, once, for a while. There is no other way in.</summary>
internal sealed class Invitation
{
    /// <summary>Random bits of a token, in bytes.</summary>
    private const int TokenBytes = 24;

    private Invitation() { }

    public Guid Id { get; private init; }

    /// <summary>SHA-256 of the token: 192 random bits need no salt and no slow hash.</summary>
    public byte[] TokenHash { get; private init; } = [];

    public string SignInName { get; private init; } = "";

    public string DisplayName { get; private init; } = "";

    public Ministry Ministry { get; private init; }

    public Role Role { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>Null while nobody has used it; the concurrency token that lets one of two users win.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Null unless an administrator took it back before it was used; a concurrency token too.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The officer who comes back by it, after what opened their account was lost; null for somebody new.</summary>
    public Guid? OfficerId { get; private init; }

    public static (Invitation Invitation, string Token) Issue(
        DateTimeOffset now, TimeSpan validity, string signInName, string displayName, Ministry ministry, Role role)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new Invitation
        {
            Id = TimeOrderedId.At(now),
            TokenHash = HashOf(token),
            SignInName = signInName,
            DisplayName = displayName,
            Ministry = ministry,
            Role = role,
            ExpiresAt = now + validity,
        }, token);
    }

    /// <summary>The same for an officer whose account nothing opens any more.</summary>
    public static (Invitation Invitation, string Token) Return(DateTimeOffset now, TimeSpan validity, Officer officer)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new Invitation
        {
            Id = TimeOrderedId.At(now),
            TokenHash = HashOf(token),
            SignInName = officer.UserName ?? "",
            DisplayName = officer.DisplayName,
            Ministry = officer.Ministry,
            Role = officer.Role,
            ExpiresAt = now + validity,
            OfficerId = officer.Id,
        }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}

internal static class InvitationStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        /// <summary>Those that may still be used.</summary>
        public IQueryable<Invitation> OpenInvitations(DateTimeOffset now) =>
            db.Invitations.Where(i => i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now);
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.ToTable("invitations");
            builder.Property(i => i.TokenHash).HasMaxLength(SHA256.HashSizeInBytes);
            builder.Property(i => i.SignInName).HasMaxLength(Officer.MaxNameLength);
            builder.Property(i => i.DisplayName).HasMaxLength(Officer.MaxNameLength);
            builder.Property(i => i.Ministry).HasConversion(m => m.Code, c => Ministry.FromStorage(c)).HasMaxLength(Ministry.MaxCodeLength);
            builder.Property(i => i.Role).HasConversion<string>().HasMaxLength(20);
            builder.Property(i => i.UsedAt).IsConcurrencyToken();
            builder.Property(i => i.WithdrawnAt).IsConcurrencyToken();
            builder.HasIndex(i => i.TokenHash).IsUnique();
        }
    }
}
