using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Privacy;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>Who can take content away: a platform, a registrar, a host, an ISP. Dated data that an officer keeps.</summary>
internal sealed class Recipient
{
    /// <summary>Longest name and longest address, in characters.</summary>
    public const int MaxNameLength = 120, MaxAddressLength = 500;

    /// <summary>Longest list of hosts, in characters.</summary>
    public const int MaxHostsLength = 2_000;

    /// <summary>Longest sealed secret, in bytes.</summary>
    internal const int MaxSecretBytes = 400;

    internal const string SecretPurpose = "recipient-secret";

    private Recipient() { }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    public RecipientKind Kind { get; private init; }

    /// <summary>Host names that it answers for, with all names below them; separated by spaces. Empty where it is chosen case by case.</summary>
    public string Hosts { get; private init; } = "";

    /// <summary>Whether it is invented: its names can belong to nobody. An order of a real place never goes to it, and none of an invented one elsewhere.</summary>
    public bool IsTest { get; private init; }

    /// <summary>By which of its contacts notices go.</summary>
    public RecipientChannel Channel { get; private set; }

    /// <summary>A mail address, or the address of the call.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The secret that signs calls, sealed; null on every other channel.</summary>
    public byte[]? SealedSecret { get; private set; }

    /// <summary>Nothing goes out before an administrator says so, recipient by recipient.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>Where the contact was found.</summary>
    public string Source { get; private init; } = "";

    public DateTimeOffset AddedAt { get; private init; }

    public static Recipient Add(SaveRecipient.Fresh fresh, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Name = fresh.Name,
        Kind = fresh.Kind,
        Hosts = string.Join(' ', fresh.Hosts),
        IsTest = fresh.IsTest,
        Source = fresh.Contact.Source,
        AddedAt = now,
    };

    /// <summary>Notices go by this contact from now on; whoever allowed sending allowed it to the old one.</summary>
    public void Use(RecipientContact contact)
    {
        (Channel, Address, SealedSecret) = (contact.Channel, contact.Address, contact.SealedSecret);
        IsEnabled = false;
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
            builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(RecipientKind.Platform);
            builder.Property(r => r.Channel).HasConversion<string>().HasMaxLength(20);
            builder.Property(r => r.Address).HasMaxLength(Recipient.MaxAddressLength);
            builder.Property(r => r.SealedSecret).HasMaxLength(Recipient.MaxSecretBytes);
            builder.Property(r => r.Source).HasMaxLength(Recipient.MaxAddressLength);
            builder.HasIndex(r => r.Name).IsUnique();
        }
    }
}
