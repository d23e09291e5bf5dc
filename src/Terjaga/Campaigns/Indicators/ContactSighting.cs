using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Campaigns.Indicators;

/// <summary>That a report names a contact of who offers.</summary>
internal sealed class ContactSighting
{
    private ContactSighting() { }

    /// <summary>Kind and value.</summary>
    public string Key { get; private init; } = "";

    public Guid ReportId { get; private init; }

    public static ContactSighting Of(string key, Guid reportId) => new() { Key = key, ReportId = reportId };
}

internal static class ContactSightingStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ContactSighting> ContactSightings => db.Set<ContactSighting>();
    }

    /// <remarks>Would be distributed by key: offers are looked up by what they name.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ContactSighting>
    {
        public void Configure(EntityTypeBuilder<ContactSighting> builder)
        {
            builder.ToTable("contact_sightings").HasKey(s => new { s.Key, s.ReportId });
            builder.Property(s => s.Key).HasMaxLength(Screening.Linking.Contacts.MaxLength);
            builder.HasIndex(s => s.ReportId);
        }
    }
}
