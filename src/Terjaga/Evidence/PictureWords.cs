using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence;

/// <summary>The words that were read in a picture, and what it looks like.</summary>
internal sealed class PictureWords
{
    private PictureWords() { }

    /// <summary>Of the picture's bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    public DateTimeOffset ReadAt { get; private init; }

    /// <summary>Empty where the picture has no words.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Mean of all words, 0 to 1; null where there are none, and for what was read before it was kept.</summary>
    public double? Confidence { get; private init; }

    /// <summary>See <see cref="PictureLooks"/>; null where there is too little to see, and for what was read before it was kept.</summary>
    public byte[]? Look { get; private init; }

    /// <summary>Small and blurred, as JPEG: neither words nor faces can be made out. Null where there is none.</summary>
    public byte[]? Preview { get; private init; }

    /// <param name="decoded">Null for what could not be decoded.</param>
    public static PictureWords Read(string sha256, ReadWords read, PictureDecoder.Decoded? decoded, DateTimeOffset now) => new()
    {
        Sha256 = sha256,
        Words = read.Text,
        Confidence = read.Confidence,
        Look = decoded?.Look,
        Preview = decoded?.Preview,
        ReadAt = now,
    };
}

internal static class PictureWordsStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<PictureWords> PicturesRead => db.Set<PictureWords>();

        /// <summary>The words of those pictures that were read.</summary>
        public async Task<IReadOnlyList<string>> PictureWordsAsync(
            IReadOnlyList<string> sha256, CancellationToken cancellationToken) => sha256.Count == 0
                ? []
                : await db.PicturesRead.AsNoTracking().Where(p => sha256.Contains(p.Sha256))
                    .OrderBy(p => p.Sha256).Select(p => p.Words).ToListAsync(cancellationToken);

        /// <summary>What those pictures look like in which there is enough to see.</summary>
        public async Task<IReadOnlyList<byte[]>> PictureLooksAsync(
            IReadOnlyList<string> sha256, CancellationToken cancellationToken) => sha256.Count == 0
                ? []
                : await db.PicturesRead.AsNoTracking().Where(p => sha256.Contains(p.Sha256) && p.Look != null)
                    .OrderBy(p => p.Sha256).Select(p => p.Look!).ToListAsync(cancellationToken);
    }

    /// <remarks>Would be distributed by hash.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<PictureWords>
    {
        public void Configure(EntityTypeBuilder<PictureWords> builder)
        {
            builder.ToTable("picture_words").HasKey(p => p.Sha256);
            builder.Property(p => p.Sha256).HasMaxLength(SHA256.HashSizeInBytes * 2);
            builder.Property(p => p.Look).HasMaxLength(PictureLooks.Bytes);
            builder.Property(p => p.Preview).HasMaxLength(PictureDecoder.MaxPreview);
            builder.Property(p => p.Words).HasMaxLength(PictureReader.MaxWordsLength);
        }
    }
}
