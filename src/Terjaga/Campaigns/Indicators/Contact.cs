using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;
using Terjaga.Screening.Linking;

namespace Terjaga.Campaigns.Indicators;

/// <summary>A phone, account, handle or domain that offers name, and whether offers are linked by it.</summary>
internal sealed class Contact
{
    private Contact() { }

    public Guid Id { get; private init; }

    /// <summary>Kind and value, such as <c>phone:+62812…</c>.</summary>
    public string Key { get; private init; } = "";

    public ContactStanding Standing { get; private set; }

    /// <summary>Groups of offers, alike in nothing else, that it linked or would have linked.</summary>
    public int JoinedCount { get; private set; }

    /// <summary>Counts what happened, so that of two at once one looks again.</summary>
    public int Version { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private init; }

    public static Contact See(string key, DateTimeOffset now) => new() { Id = TimeOrderedId.At(now), Key = key, FirstSeenAt = now };

    /// <summary>It linked one more group; where that leaves too little to propose a link by, it links nobody from then on. Null where it goes on linking.</summary>
    public DeskEvent? Join(DateTimeOffset now, Actor by)
    {
        JoinedCount++;
        return LinkRules.OfContact(Key, JoinedCount) < LinkRules.IsProposed && Standing == ContactStanding.Links ? Become(ContactStanding.Demoted, now, by, null) : null;
    }

    /// <summary>A person says whether it links; what it linked before is counted anew.</summary>
    public DeskEvent Become(ContactStanding standing, DateTimeOffset now, Actor by, string? reason)
    {
        Standing = standing;
        if (standing == ContactStanding.Links)
            JoinedCount = 0;
        Version++;
        return DeskEvent.Record(now, Id, "contact." + standing.ToString().ToLowerInvariant(), by, reason);
    }
}

internal static class ContactStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Contact> Contacts => db.Set<Contact>();
    }

    /// <remarks>Would be distributed by key, beside its sightings.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Contact>
    {
        public void Configure(EntityTypeBuilder<Contact> builder)
        {
            builder.ToTable("contacts");
            builder.Property(c => c.Key).HasMaxLength(Screening.Linking.Contacts.MaxLength);
            builder.Property(c => c.Standing).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => c.Key).IsUnique();
            builder.HasIndex(c => new { c.Standing, c.Id });
        }
    }
}
