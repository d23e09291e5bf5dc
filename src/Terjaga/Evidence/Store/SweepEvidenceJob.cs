using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>Leaves one file for each content that somebody holds, and none for others.</summary>
/// <remarks>Safe beside writers: what one of them may be about to name is younger than the grace, or its row still stands.</remarks>
internal sealed class SweepEvidenceJob(TerjagaDb db, IBlobFiles files, DeskKey desk, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "sweep-evidence";

    /// <summary>Files that one question to the database is about.</summary>
    private const int Chunk = 500;

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await JoinDoublesAsync(cancellationToken);
        await RemoveOrphansAsync(cancellationToken);
        await RemoveStraysAsync(cancellationToken);
    }

    /// <summary>Who brought the same bytes at the same moment as another, and lost, moves to the file that stays.</summary>
    private async Task JoinDoublesAsync(CancellationToken cancellationToken)
    {
        var doubles = await (
            from grant in db.BlobGrants.AsNoTracking()
            join blob in db.Blobs on grant.Sha256 equals blob.Sha256
            where grant.File != blob.File
            orderby grant.Sha256
            select new { Grant = grant, Kept = blob.File }).ToListAsync(cancellationToken);
        foreach (var same in doubles.GroupBy(d => (d.Grant.Sha256, d.Kept)))
        {
            var (sha256, kept) = same.Key;
            var content = (await db.GrantedKeys(sha256).Where(g => g.Grant.File == kept).FirstOrDefaultAsync(cancellationToken))?.Open(desk);
            if (content is null || await files.GetAsync(kept, cancellationToken) is null)
            {
                var other = same.First().Grant.File;
                await db.Blobs.Where(b => b.Sha256 == sha256 && b.File == kept)
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.File, other), cancellationToken);
                continue;
            }

            foreach (var grant in same.Select(d => d.Grant))
                await JoinAsync(grant, content, cancellationToken);
        }
    }

    private async Task JoinAsync(BlobGrant grant, ContentKey content, CancellationToken cancellationToken)
    {
        var granted = await db.GrantedKeys(grant.Sha256).SingleOrDefaultAsync(g => g.Grant.HolderId == grant.HolderId, cancellationToken);
        if (granted?.Open(desk) is null)
            return;
        var before = grant.File;
        grant.MoveTo(content, granted.Key.Open(desk));
        await db.BlobGrants.Where(g => g.Sha256 == grant.Sha256 && g.HolderId == grant.HolderId && g.File == before)
            .ExecuteUpdateAsync(
                g => g.SetProperty(x => x.File, grant.File).SetProperty(x => x.WrappedKey, grant.WrappedKey), cancellationToken);
    }

    private async Task RemoveOrphansAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - EvidenceStore.Grace;
        var (grants, keys) = (db.BlobGrants, db.EvidenceKeys);

        // Whose holder's key is gone opens nothing.
        await grants.Where(g => keys.Any(k => k.HolderId == g.HolderId && k.WrappedKey == null))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Blobs.Where(b => b.OrphanedAt != null && grants.Any(g => g.Sha256 == b.Sha256))
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.OrphanedAt, (DateTimeOffset?)null), cancellationToken);
        await db.Blobs.Where(b => b.OrphanedAt == null && !grants.Any(g => g.Sha256 == b.Sha256))
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.OrphanedAt, now), cancellationToken);
        await db.Blobs.Where(b => b.OrphanedAt < before && !grants.Any(g => g.Sha256 == b.Sha256))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Files that no row names.</summary>
    private async Task RemoveStraysAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - EvidenceStore.Grace;
        await foreach (var old in files.ListAsync(cancellationToken).Where(f => f.WrittenAt < before).Select(f => f.Name).Chunk(Chunk))
        {
            foreach (var stray in await db.UnnamedAsync(old, cancellationToken))
                await files.DeleteAsync(stray, cancellationToken);
        }
    }
}
