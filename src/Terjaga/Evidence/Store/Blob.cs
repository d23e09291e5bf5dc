using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;

namespace Terjaga.Evidence.Store;

/// <summary>One content that the desk keeps, and the one sealed file that new holders of it share.</summary>
internal sealed class Blob
{
    private Blob() { }

    /// <summary>Of the plain bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    public string File { get; private set; } = "";

    /// <summary>Of the plain bytes.</summary>
    public int SizeBytes { get; private init; }

    public DateTimeOffset StoredAt { get; private init; }

    /// <summary>Since when nobody holds it; null while somebody does. Its file goes a grace later.</summary>
    public DateTimeOffset? OrphanedAt { get; private set; }

    public static Blob Store(ContentKey content, int sizeBytes, DateTimeOffset now) =>
        new() { Sha256 = content.Sha256, File = content.File, SizeBytes = sizeBytes, StoredAt = now };

    public void MoveTo(string file)
    {
        File = file;
        OrphanedAt = null;
    }

    public void Orphan(DateTimeOffset now) => OrphanedAt = now;

    /// <summary>
    /// Stores it together with what brought it, and not where that is not stored. A content that is there keeps its file,
    /// unless nobody can open that any more.
    /// </summary>
    public Statement ToStatement(TerjagaDb db, Cause cause) => new(
        $"""
        INSERT INTO blobs (sha256, file, size_bytes, stored_at)
        SELECT $1, $2, $3, $4 WHERE {cause.IsStored(5)}
        ON CONFLICT (sha256) DO UPDATE SET file = excluded.file, stored_at = excluded.stored_at, orphaned_at = NULL
        WHERE NOT EXISTS (SELECT 1 FROM blob_grants g WHERE g.sha256 = excluded.sha256)
        """,
        Sha256, File, SizeBytes, db.Stored(StoredAt), cause.Id);
}

internal static class BlobStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Blob> Blobs => db.Set<Blob>();
    }

    /// <remarks>Would be distributed by hash.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Blob>
    {
        public void Configure(EntityTypeBuilder<Blob> builder)
        {
            builder.ToTable("blobs").HasKey(b => b.Sha256);
            builder.Property(b => b.Sha256).HasMaxLength(ContentKey.HashLength);
            builder.Property(b => b.File).HasMaxLength(ContentKey.MaxFileLength);
            builder.HasIndex(b => b.File).IsUnique();
            builder.HasIndex(b => b.OrphanedAt).HasFilter("orphaned_at IS NOT NULL");
        }
    }
}
