using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Custody;

/// <summary>
/// Sees to the key of the custody log before the desk opens. It is made where no head was ever signed: on a new desk, and
/// on one from before there was a log. Losing it must never pass for that.
/// </summary>
public sealed class PrepareCustodyKey(TerjagaDb db, StorageOptions storage)
{
    /// <summary>Throws <see cref="DeskKeyException"/> if the key is missing, damaged, or not the one that signed the log.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var file = CustodyKey.FileIn(storage);
        var known = await db.CustodyLogs.AsNoTracking().Select(l => l.PublicKey).SingleAsync(cancellationToken);
        if (known is null && !File.Exists(file))
            CustodyKey.Create(file);
        var key = CustodyKey.Load(file);
        if (known is not null && known != key.PublicKey)
            throw new DeskKeyException($"The key file {file} belongs to another desk: the custody log was signed with a different key.");
    }
}
