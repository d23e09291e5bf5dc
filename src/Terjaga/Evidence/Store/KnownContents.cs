using Microsoft.EntityFrameworkCore;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>The rows that stand for some contents and their holders, saved or to be saved.</summary>
internal sealed class KnownContents
{
    private readonly TerjagaDb _db;
    private readonly HashSet<(string Sha256, Guid HolderId)> _granted;
    private readonly Dictionary<Guid, EvidenceKey> _holders;
    private readonly Dictionary<string, Blob> _blobs;

    private KnownContents(TerjagaDb db)
    {
        _db = db;
        _granted = [.. db.BlobGrants.Local.Select(g => (g.Sha256, g.HolderId))];
        _holders = db.EvidenceKeys.Local.ToDictionary(k => k.HolderId);
        _blobs = db.Blobs.Local.ToDictionary(b => b.Sha256);
    }

    public static async Task<KnownContents> ReadAsync(TerjagaDb db, IReadOnlyList<HeldContent> contents, CancellationToken cancellationToken)
    {
        List<Guid> holders = [.. contents.Select(c => c.HolderId).Distinct()];
        List<string> hashes = [.. contents.Select(c => c.Sha256).Distinct()];
        await db.BlobGrants.Where(g => hashes.Contains(g.Sha256) && holders.Contains(g.HolderId)).LoadAsync(cancellationToken);
        await db.EvidenceKeys.Where(k => holders.Contains(k.HolderId)).LoadAsync(cancellationToken);
        await db.Blobs.Where(b => hashes.Contains(b.Sha256)).LoadAsync(cancellationToken);
        return new KnownContents(db);
    }

    public bool IsGranted(HeldContent content) => _granted.Contains((content.Sha256, content.HolderId));

    /// <summary>Adds the rows that are missing to what the next save stores.</summary>
    /// <param name="placed">Keys of the files, by hash.</param>
    public void Grant(HeldContent content, IReadOnlyDictionary<string, ContentKey> placed, DeskKey desk, DateTimeOffset now)
    {
        if (!_granted.Add((content.Sha256, content.HolderId)))
            return;
        if (!_holders.TryGetValue(content.HolderId, out var holder))
            holder = _holders[content.HolderId] = _db.EvidenceKeys.Add(EvidenceKey.Make(desk, content.HolderId)).Entity;
        holder.Renew(desk);
        var key = placed[content.Sha256];
        if (!_blobs.TryGetValue(content.Sha256, out var blob))
            _blobs[content.Sha256] = _db.Blobs.Add(Blob.Store(key, content.Bytes.Length, now)).Entity;
        else if (blob.OrphanedAt is not null)
            blob.MoveTo(key.File);
        _db.BlobGrants.Add(BlobGrant.Give(content.HolderId, holder.Open(desk), key));
    }
}
