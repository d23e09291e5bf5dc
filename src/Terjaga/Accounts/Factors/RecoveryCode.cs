using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OtpNet;

namespace Terjaga.Accounts.Factors;

/// <summary>One of ten codes on paper that open the account once, when the phone is lost. Only its hash is kept.</summary>
internal sealed class RecoveryCode
{
    public const int Count = 10;

    /// <summary>Chance in a code, in bytes: sixteen letters, more than anybody guesses, so that a fast hash will do.</summary>
    private const int CodeBytes = 10;

    private const int GroupLength = 4;

    private RecoveryCode() { }

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public byte[] Hash { get; private init; } = [];

    /// <summary>Null while it is good; the concurrency token that lets one of two users win.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public static (RecoveryCode Row, string Code) Issue(Guid officerId, DateTimeOffset now)
    {
        var code = string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(CodeBytes)).ToLowerInvariant()
            .Chunk(GroupLength).Select(group => new string(group)));
        return (new RecoveryCode { Id = TimeOrderedId.At(now), OfficerId = officerId, Hash = HashOf(code) }, code);
    }

    /// <summary>Of what was typed, with or without hyphens, in any case.</summary>
    public static byte[] HashOf(string typed) => SHA256.HashData(Encoding.UTF8.GetBytes(
        typed.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()));

    public void Use(DateTimeOffset now) => UsedAt = now;
}

internal static class RecoveryCodeStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        /// <summary>Takes the old ones away and tracks ten new ones; the caller saves.</summary>
        public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Guid officerId, DateTimeOffset now, CancellationToken cancellationToken)
        {
            db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.OfficerId == officerId).ToListAsync(cancellationToken));
            var issued = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Issue(officerId, now)).ToList();
            db.RecoveryCodes.AddRange(issued.Select(i => i.Row));
            return [.. issued.Select(i => i.Code)];
        }
    }

    /// <remarks>Would be a reference table.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.ToTable("recovery_codes");
            builder.Property(c => c.Hash).HasMaxLength(SHA256.HashSizeInBytes);
            builder.Property(c => c.UsedAt).IsConcurrencyToken();
            builder.HasIndex(c => new { c.OfficerId, c.Hash }).IsUnique();
        }
    }
}
