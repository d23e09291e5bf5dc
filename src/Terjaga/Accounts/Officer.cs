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

    public Acting ToActing() => new(Id, DisplayName, Ministry, Role);
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
            builder.Property(o => o.Ministry).HasConversion<string>().HasMaxLength(20);
            builder.Property(o => o.Role).HasConversion<string>().HasMaxLength(20);
            builder.Property(o => o.ConcurrencyStamp).IsConcurrencyToken();
            builder.HasIndex(o => o.NormalizedUserName).IsUnique();
        }
    }
}
