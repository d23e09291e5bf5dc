using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Storage;

/// <summary>Brings the database to this version before anything else happens.</summary>
public sealed class DatabaseSetup(IServiceScopeFactory scopes, StorageOptions options)
{
    /// <summary>
    /// EF Core's own lock on SQLite is a row that outlives a killed process and would stop every later start; our lock
    /// on a file dies with its owner. PostgreSQL's lock ends with the connection and needs no help.
    /// </summary>
    private const string ForgetLockOfTheDead = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";

    /// <summary>How long to wait for another process that is migrating the embedded database.</summary>
    private static readonly TimeSpan _lockPatience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Applies what is missing, under a lock. Throws <see cref="DatabaseIsNewerException"/> if a newer version of
    /// Terjaga has been here, and changes nothing then.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        Directory.CreateDirectory(options.DataFolder);
        await using var fileLock = options.IsEmbedded ? await LockAsync(cancellationToken) : null;

        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet();
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
            throw new DatabaseIsNewerException(newer);
        if (applied.Count == known.Count)
            return;

        if (options.IsEmbedded)
            await db.Database.ExecuteSqlRawAsync(ForgetLockOfTheDead, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var file = options.EmbeddedFile + ".setup";
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < _lockPatience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }
}
