using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.App;
using Terjaga.Common.Storage;
using Terjaga.Privacy;
using Terjaga.Registry.Lists;

namespace Terjaga.Tests;

/// <summary>An empty database with all its tables, made once and copied: hundreds of desks of tests need not migrate.</summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<Task<byte[]>> _empty = new(() => MakeAsync(hasLists: false));

    private static readonly Lazy<Task<byte[]>> _listed = new(() => MakeAsync(hasLists: true));

    /// <summary>Puts it into the folder of a new desk, after its key: a database without its key is an old desk that lost it.</summary>
    /// <param name="hasLists">Whether it has read the lists that go with the executable.</param>
    public static async Task CopyAsync(IServiceProvider desk, string folder, bool hasLists = false)
    {
        _ = desk.GetRequiredService<DeskKey>();
        var bytes = await (hasLists ? _listed : _empty).Value;
        await File.WriteAllBytesAsync(Path.Combine(folder, "terjaga.db"), bytes, TestContext.Current.CancellationToken);
    }

    /// <summary>The same on PostgreSQL, where the server copies.</summary>
    public static Task<string> CreateAsync(ScratchPostgres postgres) => postgres.CreatePreparedAsync(
        async connectionString =>
        {
            var folder = Directory.CreateTempSubdirectory("terjaga-");
            await MigrateAsync(folder.FullName, connectionString, hasLists: false);
            folder.Delete(recursive: true);
        },
        TestContext.Current.CancellationToken);

    private static async Task<byte[]> MakeAsync(bool hasLists)
    {
        var folder = Directory.CreateTempSubdirectory("terjaga-");
        await MigrateAsync(folder.FullName, "", hasLists);
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "terjaga.db"));
        folder.Delete(recursive: true);
        return bytes;
    }

    private static async Task MigrateAsync(string folder, string connectionString, bool hasLists)
    {
        var settings = new Dictionary<string, string?> { [DeskOptions.DataFolderKey] = folder, ["Logging:LogLevel:Default"] = "None" };
        if (connectionString.Length > 0)
            settings[DeskOptions.ConnectionStringKey] = connectionString;
        await using var app = DeskHost.Build(settings);
        await app.Services.GetRequiredService<DatabaseSetup>().RunAsync(CancellationToken.None);
        if (connectionString.Length > 0)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        if (hasLists)
            await scope.ServiceProvider.GetRequiredService<PrepareLists>().RunAsync(DeskAreas.DataFolder, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
