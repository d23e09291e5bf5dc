using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Casework;
using Terjaga.Common.Storage;

namespace Terjaga.Intake;

/// <summary>What somebody sent. Written once through the group-committing writer, never changed.</summary>
internal sealed class Report
{
    /// <summary>Longest name of a channel, in characters.</summary>
    public const int MaxChannelLength = CaseReport.MaxChannelLength;

    /// <summary>Longest code of a language, in characters; and the language of a report that does not tell.</summary>
    public const int MaxLanguageLength = 2;

    public const string DefaultLanguage = "id";

    private Report() { }

    public Guid Id { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>Where the offer was seen, as the reporter or a partner calls it; null if not told.</summary>
    public string? Channel { get; private init; }

    /// <summary>Null if no link was sent.</summary>
    public WebAddress? Address { get; private init; }

    /// <summary>Null if no text was sent.</summary>
    public string? Text { get; private init; }

    /// <summary>See <see cref="ReceiptKeys"/>.</summary>
    public byte[] ReceiptHash { get; private init; } = [];

    /// <summary>Present while a repetition of the same sending may still come; null otherwise.</summary>
    public byte[]? RepetitionHash { get; private init; }

    /// <summary>In which the reporter read the form; null if not told.</summary>
    public string? Language { get; private init; }

    public static Report Receive(
        DateTimeOffset now, string? channel, WebAddress? address, string? text, byte[] receiptHash, byte[]? repetitionHash, string? language = null) => new()
        {
            Id = TimeOrderedId.At(now),
            ReceivedAt = now,
            Channel = channel,
            Address = address,
            Text = text,
            ReceiptHash = receiptHash,
            RepetitionHash = repetitionHash,
            Language = language,
        };

    /// <summary>What its event, its work, its pictures and its contact hang on.</summary>
    public Cause Cause => new("reports", Id);

    /// <summary>Stores it, unless the same sending is there already.</summary>
    public Statement ToStatement(TerjagaDb db) => new(
        """
        INSERT INTO reports (id, received_at, channel, address, text, receipt_hash, repetition_hash, language)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (repetition_hash) WHERE repetition_hash IS NOT NULL DO NOTHING
        """,
        Id, db.Stored(ReceivedAt), Channel, Address?.Value, Text, ReceiptHash, RepetitionHash, Language);
}

internal static class ReportStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Report> Reports => db.Set<Report>();
    }

    /// <remarks>Would be distributed by id; the look-up by receipt asks every node, once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> builder)
        {
            builder.ToTable("reports");
            builder.Property(r => r.Channel).HasMaxLength(Report.MaxChannelLength);
            builder.Property(r => r.Address).HasConversion(a => a!.Value, v => WebAddress.FromStorage(v))
                .HasMaxLength(WebAddress.MaxLength);
            builder.Property(r => r.Text).HasMaxLength(ReportText.MaxLength);
            builder.Property(r => r.ReceiptHash).HasMaxLength(ReceiptKeys.HashBytes);
            builder.Property(r => r.RepetitionHash).HasMaxLength(ReceiptKeys.HashBytes);
            builder.Property(r => r.Language).HasMaxLength(Report.MaxLanguageLength);
            builder.Ignore(r => r.Cause);
            builder.HasIndex(r => r.ReceiptHash).IsUnique();
            builder.HasIndex(r => r.RepetitionHash).IsUnique().HasFilter("repetition_hash IS NOT NULL");
        }
    }
}
