using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Terjaga.Common.Storage;
using Terjaga.Evidence;
using Terjaga.Evidence.Store;

namespace Terjaga.Intake;

/// <summary>
/// Seals what a desk of an earlier version kept as plain files. A plain file goes once the rows of its sealed one stand, so
/// that a start after a kill goes on where the last one ended.
/// </summary>
public sealed partial class SealPlainFiles(
    TerjagaDb db, EvidenceStore store, StorageOptions storage, TimeProvider clock, ILogger<SealPlainFiles> logger)
{
    /// <summary>How long an older process, that still runs, may take to store the row that names a file.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromHours(1);

    /// <summary>Does nothing on a desk that has no plain files.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(Path.Combine(storage.DataFolder, "files"));
        if (!folder.Exists)
            return;

        var (count, left) = (0, 0);
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (await SealAsync(file, cancellationToken))
                count++;
            else
                left++;
        }

        if (left == 0)
            folder.Delete(recursive: true);
        else
            LogLeft(left);
        LogSealed(count);
    }

    /// <summary>False for a file that stays: it is not what its name says, or maybe just being written.</summary>
    private async Task<bool> SealAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        var sha256 = EvidenceStore.HashOf(content);
        var isOld = file.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - _grace;
        if (file.Directory?.Name + file.Name != sha256)
            return false;

        var holders = await db.ReportPictures.Where(p => p.Sha256 == sha256).Select(p => p.ReportId)
            .Union(db.Captures.Where(c => c.Sha256 == sha256).Select(c => c.ItemId)).ToListAsync(cancellationToken);
        if (holders.Count == 0 && !isOld)
            return false;
        foreach (var holder in holders)
            await store.KeepAsync(holder, content, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        file.Delete();
        return true;
    }

    [LoggerMessage(LogLevel.Information, "{Count} plain files of an earlier version are sealed")]
    private partial void LogSealed(int count);

    [LoggerMessage(LogLevel.Warning, "{Count} plain files are left as they are: not what their names say, or just written and named by no row")]
    private partial void LogLeft(int count);
}
