using Microsoft.EntityFrameworkCore;

namespace Terjaga.Evidence.Store;

/// <summary>Which files no row names.</summary>
internal static class UnnamedFiles
{
    extension(TerjagaDb db)
    {
        public async Task<IReadOnlyList<string>> UnnamedAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
        {
            var named = await db.Blobs.Where(b => files.Contains(b.File)).Select(b => b.File)
                .Union(db.BlobGrants.Where(g => files.Contains(g.File)).Select(g => g.File)).ToListAsync(cancellationToken);
            return [.. files.Except(named, StringComparer.Ordinal)];
        }
    }
}
