using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Intake.Telling;

/// <summary>That a report names a mail address, and whether the person who reads it has said so. The address itself stays sealed with the report.</summary>
internal sealed class ReporterMail
{
    /// <summary>Longest code of a language, in characters.</summary>
    public const int MaxLanguageLength = 2;

    /// <summary>Most mails that ask an address whether it is theirs, in one month, whoever names it in however many reports.</summary>
    public const int AsksInMonth = 3;

    /// <summary>For so long the link of the mail can be used.</summary>
    public static readonly TimeSpan LinkHolds = TimeSpan.FromDays(30);

    private ReporterMail() { }

    public Guid ReportId { get; private init; }

    /// <summary>Identity of the mail that asks.</summary>
    public Guid Id { get; private init; }

    /// <summary>See <see cref="ReporterMailKeys"/>: by it the same address is known again, and cannot be read.</summary>
    public byte[] AddressHash { get; private init; } = [];

    /// <summary>Of the report.</summary>
    public string Language { get; private init; } = "";

    public DateTimeOffset NamedAt { get; private init; }

    /// <summary>Which of the few mails of this month to this address it is; null before it has a place among them.</summary>
    public int? Slot { get; private set; }

    /// <summary>When our mail server took the mail that asks; null before, and where it never goes.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The mail server refused the address for good.</summary>
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>When whoever reads the address said that it is theirs. Nothing else is ever sent before.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Slots of the month in western Indonesia in which an instant falls: so many numbers from here on.</summary>
    public static int FirstSlotOf(DateTimeOffset now) => WibTime.DayOf(now) is var day ? ((day.Year * 12) + day.Month) * AsksInMonth : 0;

    public static ReporterMail Name(Guid reportId, byte[] addressHash, string language, DateTimeOffset now) => new()
    {
        ReportId = reportId,
        Id = TimeOrderedId.At(now),
        AddressHash = addressHash,
        Language = language,
        NamedAt = now,
    };

    public void Take(int slot) => Slot = slot;

    public void Ask(DateTimeOffset now) => AskedAt = now;

    public void Refuse(DateTimeOffset now) => RefusedAt = now;

    /// <summary>False where the mail was never sent, or too long ago.</summary>
    public bool Verify(DateTimeOffset now)
    {
        if (AskedAt is not { } asked || now - asked > LinkHolds)
            return false;
        VerifiedAt ??= now;
        return true;
    }
}

internal static class ReporterMailStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ReporterMail> ReporterMails => db.Set<ReporterMail>();
    }

    /// <remarks>Would be distributed by report. The unique index bounds what one address is sent, whoever sends at once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ReporterMail>
    {
        public void Configure(EntityTypeBuilder<ReporterMail> builder)
        {
            builder.ToTable("reporter_mails").HasKey(m => m.ReportId);
            builder.Property(m => m.ReportId).ValueGeneratedNever();
            builder.Property(m => m.AddressHash).HasMaxLength(ReceiptKeys.HashBytes);
            builder.Property(m => m.Language).HasMaxLength(ReporterMail.MaxLanguageLength);
            builder.HasIndex(m => new { m.AddressHash, m.Slot }).IsUnique().HasFilter("slot IS NOT NULL");
            builder.HasIndex(m => m.AskedAt);
        }
    }
}
