using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.App;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Tests;

/// <summary>An empty database with all its tables, made once and copied: hundreds of desks of tests need not migrate.</summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<Task<byte[]>> _embedded = new(MakeAsync);

    /// <summary>Puts it into the folder of a new desk, after its key: a database without its key is an old desk that lost it.</summary>
    public static async Task CopyAsync(IServiceProvider desk, string folder)
    {
        _ = desk.GetRequiredService<DeskKey>();
        await File.WriteAllBytesAsync(Path.Combine(folder, "terjaga.db"), await _embedded.Value, TestContext.Current.CancellationToken);
    }

    /// <summary>The same on PostgreSQL, where the server copies.</summary>
    public static Task<string> CreateAsync(ScratchPostgres postgres) => postgres.CreatePreparedAsync(
        async connectionString =>
        {
            var folder = Directory.CreateTempSubdirectory("terjaga-");
            await MigrateAsync(folder.FullName, connectionString);
            folder.Delete(recursive: true);
        },
        TestContext.Current.CancellationToken);

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("terjaga-");
        await MigrateAsync(folder.FullName, "");
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "terjaga.db"));
        folder.Delete(recursive: true);
        return bytes;
    }

    private static async Task MigrateAsync(string folder, string connectionString)
    {
        var settings = new Dictionary<string, string?> { [DeskOptions.DataFolderKey] = folder, ["Logging:LogLevel:Default"] = "None" };
        if (connectionString.Length > 0)
            settings[DeskOptions.ConnectionStringKey] = connectionString;
        await using var app = DeskHost.Build(settings);
        await app.Services.GetRequiredService<DatabaseSetup>().RunAsync(CancellationToken.None);
        if (connectionString.Length > 0)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
