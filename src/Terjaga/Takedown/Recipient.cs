using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Privacy;

namespace Terjaga.Takedown;

/// <summary>Who can take content away: a platform, a registrar, a host, an ISP. Dated data that an officer keeps.</summary>
internal sealed class Recipient
{
    /// <summary>Longest name and longest address, in characters.</summary>
    public const int MaxNameLength = 120, MaxAddressLength = 500;

    /// <summary>Longest list of hosts, in characters.</summary>
    public const int MaxHostsLength = 2_000;

    private const string SecretPurpose = "recipient-secret";

    private Recipient() { }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>Host names that it answers for, with all names below them; separated by spaces.</summary>
    public string Hosts { get; private init; } = "";

    public RecipientChannel Channel { get; private init; }

    /// <summary>A mail address, or the address of the call.</summary>
    public string Address { get; private init; } = "";

    /// <summary>The secret that signs calls, sealed; null on a mail channel.</summary>
    public byte[]? SealedSecret { get; private init; }

    /// <summary>Nothing goes out before an officer says so, recipient by recipient.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>Where the contact was found.</summary>
    public string Source { get; private init; } = "";

    public DateTimeOffset AddedAt { get; private init; }

    public static Recipient Add(SaveRecipient.Contact contact, DeskKey desk, DateTimeOffset now)
    {
        var id = TimeOrderedId.At(now);
        return new()
        {
            Id = id,
            Name = contact.Name,
            Hosts = string.Join(' ', contact.Hosts),
            Channel = contact.Channel,
            Address = contact.Address,
            SealedSecret = contact.Secret is { } secret
                ? Sealer.Seal(desk.For(SecretPurpose), Encoding.UTF8.GetBytes(secret), id.ToByteArray())
                : null,
            IsEnabled = contact.IsEnabled,
            Source = contact.Source,
            AddedAt = now,
        };
    }

    public void Switch(bool isEnabled) => IsEnabled = isEnabled;

    public string OpenSecret(DeskKey desk) =>
        Encoding.UTF8.GetString(Sealer.Open(desk.For(SecretPurpose), SealedSecret ?? [], Id.ToByteArray()));
}

internal static class RecipientStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Recipient> Recipients => db.Set<Recipient>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Recipient>
    {
        public void Configure(EntityTypeBuilder<Recipient> builder)
        {
            builder.ToTable("recipients");
            builder.Property(r => r.Name).HasMaxLength(Recipient.MaxNameLength);
            builder.Property(r => r.Hosts).HasMaxLength(Recipient.MaxHostsLength);
            builder.Property(r => r.Channel).HasConversion<string>().HasMaxLength(20);
            builder.Property(r => r.Address).HasMaxLength(Recipient.MaxAddressLength);
            builder.Property(r => r.SealedSecret).HasMaxLength(400);
            builder.Property(r => r.Source).HasMaxLength(Recipient.MaxAddressLength);
            builder.HasIndex(r => r.Name).IsUnique();
        }
    }
}
