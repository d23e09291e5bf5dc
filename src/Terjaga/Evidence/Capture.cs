using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence;

/// <summary>An item as seen at one time.</summary>
internal sealed class Capture
{
    /// <summary>Longest media type and longest code, in characters.</summary>
    public const int MaxWordLength = 100;

    private Capture() { }

    public Guid Id { get; private init; }

    public Guid ItemId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public CaptureOccasion Occasion { get; private init; }

    public ItemState State { get; private init; }

    /// <summary>Null where the site did not answer.</summary>
    public int? StatusCode { get; private init; }

    /// <summary>Why it did not answer; null where it did. See <see cref="Common.Http.FetchOutcome"/>.</summary>
    public string? Code { get; private init; }

    public string FinalAddress { get; private init; } = "";

    public string? MediaType { get; private init; }

    /// <summary>Of the body as read, lower-case hexadecimal; the evidence store keeps the bytes under it. Null where there is none.</summary>
    public string? Sha256 { get; private init; }

    public int SizeBytes { get; private init; }

    /// <summary>Of the WARC file with all that was seen; null only in captures of earlier versions.</summary>
    public string? WarcSha256 { get; private init; }

    /// <summary>Of the picture of the whole page; null where there is none.</summary>
    public string? PictureSha256 { get; private init; }

    /// <summary><c>image/png</c>, or <c>image/jpeg</c> where that would be too large; null where there is no picture.</summary>
    public string? PictureMediaType { get; private init; }

    /// <summary>Why there is no picture, see <see cref="Browsing.PageLook"/>; null where there is one or none was wanted.</summary>
    public string? PictureCode { get; private init; }

    /// <summary>The words of the page; null where it has none, and after the evidence was destroyed.</summary>
    public string? Text { get; private set; }

    public static Capture Keep(
        Guid id, Guid itemId, CaptureOccasion occasion, SeenPlace seen, CaptureFiles files, DateTimeOffset now) => new()
        {
            Id = id,
            ItemId = itemId,
            At = now,
            Occasion = occasion,
            State = seen.Outcome.StatusCode switch
            {
                >= 200 and < 300 => ItemState.There,
                404 or 410 or 451 => ItemState.Gone, // RFC 9110 sections 15.5.5 and 15.5.11, RFC 7725
                _ => ItemState.Unknown,
            },
            StatusCode = seen.Outcome.StatusCode,
            Code = seen.Outcome.Code,
            FinalAddress = seen.Outcome.FinalAddress.Value,
            MediaType = seen.Outcome.MediaType is { Length: > MaxWordLength } type ? type[..MaxWordLength] : seen.Outcome.MediaType,
            Sha256 = files.Body,
            SizeBytes = seen.Outcome.Body.Length,
            WarcSha256 = files.Warc,
            PictureSha256 = files.Picture,
            PictureMediaType = seen.Picture is { } picture ? PictureKind.Of(picture) : null,
            PictureCode = seen.PictureCode,
            Text = seen.Text,
        };

    /// <summary>The evidence is destroyed: what was read of it goes too; that there was a capture stays.</summary>
    public void Forget() => Text = null;
}

/// <summary>SHA-256 of the files of a capture, lower-case hexadecimal; null where there is no such file.</summary>
internal sealed record CaptureFiles(string Warc, string? Body, string? Picture);

internal static class CaptureStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Capture> Captures => db.Set<Capture>();

        /// <summary>The last time that the content of an address was seen; null if it never was.</summary>
        public Task<SeenPage?> LatestCaptureAsync(WebAddress address, CancellationToken cancellationToken)
        {
            var captures = db.Captures;
            return db.Items.AsNoTracking().Where(item => item.Address == address)
                .Select(item => new SeenPage(
                    item.Id,
                    captures.Where(c => c.ItemId == item.Id && c.Text != null)
                        .OrderByDescending(c => c.Id).Select(c => c.Text).FirstOrDefault()))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }

    /// <remarks>Would be distributed by item.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Capture>
    {
        public void Configure(EntityTypeBuilder<Capture> builder)
        {
            builder.ToTable("captures");
            builder.Property(c => c.Occasion).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(c => c.Code).HasMaxLength(Capture.MaxWordLength);
            builder.Property(c => c.FinalAddress).HasMaxLength(WebAddress.MaxLength);
            builder.Property(c => c.MediaType).HasMaxLength(Capture.MaxWordLength);
            builder.Property(c => c.Sha256).HasMaxLength(SHA256.HashSizeInBytes * 2);
            builder.Property(c => c.WarcSha256).HasMaxLength(SHA256.HashSizeInBytes * 2);
            builder.Property(c => c.PictureSha256).HasMaxLength(SHA256.HashSizeInBytes * 2);
            builder.Property(c => c.PictureMediaType).HasMaxLength(Capture.MaxWordLength);
            builder.Property(c => c.PictureCode).HasMaxLength(Capture.MaxWordLength);
            builder.Property(c => c.Text).HasMaxLength(PageText.MaxLength);
            builder.HasIndex(c => new { c.ItemId, c.Id });

            // A place is watched for weeks, and each look asks what it showed before.
            builder.HasIndex(c => new { c.ItemId, c.Id }, "ix_captures_shown").HasDatabaseName("ix_captures_shown").HasFilter("occasion <> 'Watch' AND state = 'There'");
        }
    }
}
