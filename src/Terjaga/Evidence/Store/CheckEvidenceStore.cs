using Microsoft.EntityFrameworkCore;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>Reads all evidence and tells what does not fit together; changes nothing.</summary>
public sealed class CheckEvidenceStore(TerjagaDb db, IBlobFiles files, DeskKey desk, TimeProvider clock)
{
    private const int Chunk = 500;

    /// <param name="ContentCount">Contents that somebody holds.</param>
    /// <param name="Missing">Files that a row names and that are not there.</param>
    /// <param name="Damaged">Contents that a holder cannot open, or whose bytes are not those that were kept.</param>
    /// <param name="Strays">Files that no row names.</param>
    /// <param name="JustWritten">Files that no row names yet, and that are younger than the grace.</param>
    public sealed record Findings(
        int ContentCount, IReadOnlyList<string> Missing, IReadOnlyList<string> Damaged, IReadOnlyList<string> Strays,
        IReadOnlyList<string> JustWritten)
    {
        public bool AreNone => Missing.Count == 0 && Damaged.Count == 0 && Strays.Count == 0;
    }

    internal async Task<Findings> RunAsync(CancellationToken cancellationToken)
    {
        var (count, missing, damaged) = (0, new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var contents = await db.Blobs.AsNoTracking().Select(b => b.Sha256)
            .Union(db.BlobGrants.Select(g => g.Sha256)).OrderBy(s => s).ToListAsync(cancellationToken);
        foreach (var sha256 in contents)
        {
            var granted = await db.GrantedKeys(sha256).ToListAsync(cancellationToken);
            count += granted.Count > 0 ? 1 : 0;
            foreach (var same in granted.GroupBy(g => g.Grant.File))
            {
                if (await files.GetAsync(same.Key, cancellationToken) is not { } closed)
                    missing.Add(same.Key);
                else if (!IsWhole(closed, [.. same.Select(g => g.Open(desk))]))
                    damaged.Add(sha256);
            }
        }

        var (strays, justWritten) = (new List<string>(), new List<string>());
        await FindStraysAsync(strays, justWritten, cancellationToken);
        return new Findings(count, [.. missing], [.. damaged], strays, justWritten);
    }

    /// <summary>Whether every holder has the key, and it opens the bytes.</summary>
    private static bool IsWhole(byte[] closed, IReadOnlyList<ContentKey?> keys) =>
        keys[0] is { } first && keys.All(k => k is not null && k.Key.AsSpan().SequenceEqual(first.Key)) && first.Open(closed) is not null;

    private async Task FindStraysAsync(List<string> strays, List<string> justWritten, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - EvidenceStore.Grace;
        await foreach (var some in files.ListAsync(cancellationToken).Chunk(Chunk))
        {
            var unnamed = (await db.UnnamedAsync([.. some.Select(f => f.Name)], cancellationToken)).ToHashSet();
            foreach (var file in some.Where(f => unnamed.Contains(f.Name)))
                (file.WrittenAt < before ? strays : justWritten).Add(file.Name);
        }
    }
}
