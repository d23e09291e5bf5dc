using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Http;
using Terjaga.Common.Tables;
using Terjaga.Common.Work;
using Terjaga.Registry.Lists;

namespace Terjaga.Registry.Sources;

/// <summary>
/// Looks at the configured sources of lists when their time has come. A file that is known by its hash is left alone, so
/// that a crash between reading and storing the look brings nothing twice; a new one waits for an officer.
/// </summary>
internal sealed class FetchListsJob(TerjagaDb db, GuardedClient client, BringList bring, RegistryOptions options, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "fetch-lists";

    /// <summary>How long one file may take on the wire.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        foreach (var source in options.Sources)
        {
            var look = await db.ListLooks.SingleOrDefaultAsync(l => l.List == source.List, cancellationToken)
                ?? db.ListLooks.Add(new ListLook { List = source.List, LookedAt = DateTimeOffset.MinValue }).Entity;
            if (clock.GetUtcNow() - look.LookedAt < TimeSpan.FromHours(source.Hours))
                continue;
            look.Code = await FetchAsync(source, cancellationToken);
            look.LookedAt = clock.GetUtcNow();
        }
    }

    /// <summary>Null where the file was read or is known; else why not: a code of <c>fetch.…</c>, <c>table.…</c> or <c>list.…</c>.</summary>
    private async Task<string?> FetchAsync(ListSource source, CancellationToken cancellationToken)
    {
        if (!WebAddress.Parse(source.Address).TryGet(out var address, out var problem))
            return problem.Code;
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var outcome = await client.DownloadAsync(address, file, TableLimits.FileBytes, _patience, cancellationToken);
        if (outcome.StatusCode != 200)
            return outcome.Code ?? "fetch.status";
        file.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        if (await db.Snapshots.AnyAsync(s => s.List == source.List && s.Sha256 == sha256 && s.State != SnapshotState.Replaced, cancellationToken))
            return null;
        file.Position = 0;
        return (await bring.RunAsync(new(source.List, file, source.Address, IsStrict: false), cancellationToken)).TryGet(out _, out problem)
            ? null
            : problem.Code;
    }
}
