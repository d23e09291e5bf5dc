using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts;

/// <summary>A person of one ministry who may act on the desk in one role.</summary>
internal sealed class Officer : IdentityUser<Guid>
{
    /// <summary>Longest name, in characters; also the bound of the form fields.</summary>
    public const int MaxNameLength = 100;

    public string DisplayName { get; private init; } = "";

    public Ministry Ministry { get; private init; }

    public Role Role { get; private init; }

    public DateTimeOffset JoinedAt { get; private init; }

    /// <summary>Since when the officer may no longer act; null while active.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Key of the app that shows codes, sealed; null without one.</summary>
    public string? SealedCodeKey { get; private set; }

    /// <summary>Half minute of the last code that was taken: a code works once, and none before it.</summary>
    public long LastCodeStep { get; private set; }

    public bool HasCodes => SealedCodeKey is not null;

    public static Officer Join(Invitation invitation, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        UserName = invitation.SignInName,
        DisplayName = invitation.DisplayName,
        Ministry = invitation.Ministry,
        Role = invitation.Role,
        JoinedAt = now,
        LockoutEnabled = true,
    };

    public void Disable(DateTimeOffset now) => DisabledAt ??= now;

    public void TakeCodes(string sealedKey, long step, DateTimeOffset now)
    {
        (SealedCodeKey, LastCodeStep) = (sealedKey, step);
        Stamp(now);
    }

    public void DropCodes(DateTimeOffset now)
    {
        SealedCodeKey = null;
        Stamp(now);
    }

    /// <summary>The caller saves through Identity, which lets one of two users of a code win.</summary>
    public void UseCode(long step) => LastCodeStep = step;

    public void TakePassword(string hash, DateTimeOffset now)
    {
        (PasswordHash, AccessFailedCount, LockoutEnd) = (hash, 0, null);
        Stamp(now);
    }

    /// <summary>Nothing that opened the account opens it any more, but for a link to come back.</summary>
    public void Reset(DateTimeOffset now)
    {
        (PasswordHash, SealedCodeKey) = (null, null);
        Stamp(now);
    }

    public Acting ToActing() => new(Id, DisplayName, Ministry, Role);

    /// <summary>Whoever read the row before this change cannot save over it.</summary>
    private void Stamp(DateTimeOffset now) => ConcurrencyStamp = TimeOrderedId.At(now).ToString();
}

internal static class OfficerStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Officer> Officers => db.Set<Officer>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Officer>
    {
        public void Configure(EntityTypeBuilder<Officer> builder)
        {
            builder.ToTable("officers");
            builder.Property(o => o.UserName).HasMaxLength(Officer.MaxNameLength);
            builder.Property(o => o.NormalizedUserName).HasMaxLength(Officer.MaxNameLength);
            builder.Property(o => o.DisplayName).HasMaxLength(Officer.MaxNameLength);
            builder.Property(o => o.Ministry).HasConversion(m => m.Code, c => Ministry.FromStorage(c)).HasMaxLength(Ministry.MaxCodeLength);
            builder.Property(o => o.Role).HasConversion<string>().HasMaxLength(20);
            builder.Property(o => o.SealedCodeKey).HasMaxLength(400);
            builder.Property(o => o.ConcurrencyStamp).IsConcurrencyToken();
            builder.HasIndex(o => o.NormalizedUserName).IsUnique();
        }
    }
}
