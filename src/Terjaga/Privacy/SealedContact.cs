using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;

namespace Terjaga.Privacy;

/// <summary>
/// How a reporter can be reached, apart from the report and closed under a key of its own. Destroying that key is
/// erasure.
/// </summary>
internal sealed class SealedContact
{
    /// <summary>Longest contact, in characters: a phone number, a mail address, or both.</summary>
    public const int MaxLength = 200;

    private const string Purpose = "contact";

    private SealedContact() { }

    public Guid ReportId { get; private init; }

    /// <summary>The contact's own key, sealed with the desk's.</summary>
    public byte[] WrappedKey { get; private init; } = [];

    public byte[] Sealed { get; private init; } = [];

    public static SealedContact Seal(DeskKey desk, Guid reportId, string contact)
    {
        var context = reportId.ToByteArray();
        var key = RandomNumberGenerator.GetBytes(DeskKey.LengthBytes);
        return new()
        {
            ReportId = reportId,
            WrappedKey = Sealer.Seal(desk.For(Purpose), key, context),
            Sealed = Sealer.Seal(key, Encoding.UTF8.GetBytes(contact), context),
        };
    }

    public string Open(DeskKey desk)
    {
        var context = ReportId.ToByteArray();
        return Encoding.UTF8.GetString(Sealer.Open(Sealer.Open(desk.For(Purpose), WrappedKey, context), Sealed, context));
    }

    /// <summary>Stores it together with what it belongs to, and not where that is not stored.</summary>
    public Statement ToStatement(Cause cause) => new(
        $"""
        INSERT INTO sealed_contacts (report_id, wrapped_key, sealed)
        SELECT $1, $2, $3 WHERE {cause.IsStored(4)}
        """,
        ReportId, WrappedKey, Sealed, cause.Id);
}

internal static class SealedContactStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<SealedContact> SealedContacts => db.Set<SealedContact>();
    }

    /// <remarks>Would be distributed by report. The widths leave room for nonce and tag.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<SealedContact>
    {
        public void Configure(EntityTypeBuilder<SealedContact> builder)
        {
            builder.ToTable("sealed_contacts").HasKey(c => c.ReportId);
            builder.Property(c => c.WrappedKey).HasMaxLength(128);
            builder.Property(c => c.Sealed).HasMaxLength((SealedContact.MaxLength * 4) + 64);
        }
    }
}
