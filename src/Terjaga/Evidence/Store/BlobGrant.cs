using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>One holder may open one content: the content's key, sealed with the holder's.</summary>
/// <remarks>
/// It names the file that its key opens, so that it can be used from its first moment, also where another brought the same
/// bytes at the same moment and theirs is the file that stays; the sweep then moves it to that file.
/// </remarks>
internal sealed class BlobGrant
{
    private BlobGrant() { }

    public string Sha256 { get; private init; } = "";

    public Guid HolderId { get; private init; }

    public string File { get; private set; } = "";

    public byte[] WrappedKey { get; private set; } = [];

    public static BlobGrant Give(Guid holderId, byte[] holderKey, ContentKey content)
    {
        var grant = new BlobGrant { Sha256 = content.Sha256, HolderId = holderId };
        grant.MoveTo(content, holderKey);
        return grant;
    }

    /// <summary>The same content in another file.</summary>
    public void MoveTo(ContentKey content, byte[] holderKey)
    {
        File = content.File;
        WrappedKey = Sealer.Seal(holderKey, content.Key, Context);
    }

    /// <summary>Throws <see cref="System.Security.Cryptography.CryptographicException"/> where the key does not open it.</summary>
    public ContentKey Open(byte[] holderKey) => new(Sha256, File, Sealer.Open(holderKey, WrappedKey, Context));

    /// <summary>Stores it together with what brought the content, and not where that is not stored.</summary>
    public Statement ToStatement(Cause cause) => new(
        $"""
        INSERT INTO blob_grants (sha256, holder_id, file, wrapped_key)
        SELECT $1, $2, $3, $4 WHERE {cause.IsStored(5)}
        ON CONFLICT (sha256, holder_id) DO NOTHING
        """,
        Sha256, HolderId, File, WrappedKey, cause.Id);

    private byte[] Context => Encoding.ASCII.GetBytes($"{HolderId:D}/{File}");
}

internal static class BlobGrantStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<BlobGrant> BlobGrants => db.Set<BlobGrant>();

        /// <summary>Grants of one content with the keys of their holders, in no order that means anything.</summary>
        public IQueryable<GrantedKey> GrantedKeys(string sha256) =>
            from grant in db.BlobGrants.AsNoTracking()
            join key in db.EvidenceKeys.AsNoTracking() on grant.HolderId equals key.HolderId
            where grant.Sha256 == sha256 && key.WrappedKey != null
            select new GrantedKey { Grant = grant, Key = key };
    }

    /// <remarks>Would be distributed by hash; what one holder has asks every node, when it is exported or destroyed.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<BlobGrant>
    {
        public void Configure(EntityTypeBuilder<BlobGrant> builder)
        {
            builder.ToTable("blob_grants").HasKey(g => new { g.Sha256, g.HolderId });
            builder.Property(g => g.Sha256).HasMaxLength(ContentKey.HashLength);
            builder.Property(g => g.File).HasMaxLength(ContentKey.MaxFileLength);
            builder.Property(g => g.WrappedKey).HasMaxLength(EvidenceKey.MaxWrapped);
            builder.HasIndex(g => g.HolderId);
            builder.HasIndex(g => g.File);
        }
    }
}
