using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Terjaga.Common.Storage;

/// <summary>Every connection to the embedded database survives a loss of power, and waits for another process.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    /// <summary>How long to wait for a writer in another process, in milliseconds.</summary>
    private const int BusyMilliseconds = 10_000;

    /// <summary>
    /// Pages of the log before it is copied into the database, 16 MiB: copying costs two syncs and touches most of the
    /// same pages each time, so four times SQLite's own choice makes a flood of reports wait a quarter as often.
    /// </summary>
    private const int CheckpointPages = 4_000;

    /// <summary>
    /// A commit is on the disk before it is answered (<c>synchronous=FULL</c>, https://sqlite.org/pragma.html).
    /// </summary>
    public static readonly string Settings =
        $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint={CheckpointPages}; "
        + $"PRAGMA busy_timeout={BusyMilliseconds};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // Microsoft.Data.Sqlite has no asynchronous work: its async calls block just the same.
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
