using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Notes;

/// <summary>What an officer wrote about a case. Never edited: withdrawn soon after, or struck through with a reason.</summary>
internal sealed class CaseNote
{
    /// <summary>Length of a SHA-256 in hexadecimal digits.</summary>
    private const int PrintLength = 64;

    private CaseNote() { }

    public Guid Id { get; private init; }

    /// <summary>The case that people decide about; it follows what is joined and parted.</summary>
    public Guid CaseFileId { get; private init; }

    /// <summary>The case about which it was written; never changes.</summary>
    public Guid OriginId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public NoteLevel Level { get; private init; }

    /// <summary>Code of the ministry of the officer.</summary>
    public string Ministry { get; private init; } = "";

    public Actor Actor { get; private init; } = Actor.Reporter;

    public string Text { get; private init; } = "";

    /// <summary>Lets the same officer say the same of a case once; null once it is withdrawn.</summary>
    public string? Print { get; private set; }

    /// <summary>When its author took it back; nobody reads it after that.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>Who struck it through; null while nobody did.</summary>
    public Actor? StruckBy { get; private set; }

    public string? StruckReason { get; private set; }

    public static CaseNote Write(Guid caseFileId, NoteLevel level, string text, string ministry, Actor by, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        CaseFileId = caseFileId,
        OriginId = caseFileId,
        At = now,
        Level = level,
        Ministry = ministry,
        Actor = by,
        Text = text,
        Print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseFileId}|{level}|{by.Value}|{text}"))),
    };

    public void Withdraw(DateTimeOffset now)
    {
        WithdrawnAt = now;
        Print = null;
    }

    public void Strike(Actor by, string reason, DateTimeOffset now) => (StruckAt, StruckBy, StruckReason) = (now, by, reason);

    /// <remarks>Would be distributed by case file. Both ends are concurrency tokens: a note ends once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseNote>
    {
        public void Configure(EntityTypeBuilder<CaseNote> builder)
        {
            builder.ToTable("case_notes");
            builder.Property(n => n.Level).HasConversion<string>().HasMaxLength(20);
            builder.Property(n => n.Ministry).HasMaxLength(Common.Events.DeskEvent.MaxMinistryLength);
            builder.Property(n => n.Actor).HasConversion(a => a.Value, v => Actor.FromStorage(v)).HasMaxLength(Actor.MaxLength);
            builder.Property(n => n.StruckBy).HasConversion(a => a == null ? null : a.Value, v => v == null ? null : Actor.FromStorage(v))
                .HasMaxLength(Actor.MaxLength);
            builder.Property(n => n.Text).HasMaxLength(WriteNote.MaxLength);
            builder.Property(n => n.StruckReason).HasMaxLength(Decision.MaxReasonLength);
            builder.Property(n => n.Print).HasMaxLength(PrintLength);
            builder.Property(n => n.WithdrawnAt).IsConcurrencyToken();
            builder.Property(n => n.StruckAt).IsConcurrencyToken();
            builder.HasIndex(n => n.Print).IsUnique();
            builder.HasIndex(n => new { n.CaseFileId, n.Id });
            builder.HasIndex(n => n.OriginId);
        }
    }
}

internal static class CaseNoteStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseNote> CaseNotes => db.Set<CaseNote>();
    }
}
