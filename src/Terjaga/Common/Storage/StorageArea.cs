using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Terjaga.Common.Storage;

/// <summary>Registers the database, chosen by connection string, and the writer in front of it.</summary>
public static class StorageArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddStorage(StorageOptions options)
        {
            services.AddSingleton(options).AddSingleton<WriteTurns>().AddSingleton<DatabaseSetup>();
            if (options.IsEmbedded)
                services.AddEmbedded(options);
            else
                services.AddGrown(options);
            return services.AddSingleton<GroupWriter>().AddHostedService(s => s.GetRequiredService<GroupWriter>());
        }

        private void AddEmbedded(StorageOptions options)
        {
            var connectionString = new SqliteConnectionStringBuilder
            {
                DataSource = options.EmbeddedFile,
                ForeignKeys = true,
            }.ConnectionString;
            services.AddSingleton<IGroupCommit>(_ => new SqliteGroupCommit(connectionString));
            services.AddDbContextPool<TerjagaDb, SqliteTerjagaDb>(db => db
                .UseSqlite(connectionString)
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(new SqliteDurability())
                .ConfigureWarnings(Quiet));
        }

        private void AddGrown(StorageOptions options)
        {
            services.AddSingleton(_ => new NpgsqlDataSourceBuilder(options.ConnectionString)
            {
                // The desk's statements are some hundreds and the same: each is parsed once per connection. It leaves no settings
                // behind in a session, so nothing is put back after each use, which would be seven statements for every one asked.
                ConnectionStringBuilder = { MaxAutoPrepare = 400, AutoPrepareMinUsages = 2, NoResetOnClose = true },
            }.Build());
            services.AddSingleton<IGroupCommit, PostgresGroupCommit>();
            services.AddDbContextPool<TerjagaDb, PostgresTerjagaDb>((provider, db) => db
                .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                .UseSnakeCaseNamingConvention()
                .ConfigureWarnings(Quiet));
        }
    }

    /// <remarks>A unique index that refuses a second writer is how we decide races; it is handled, not an error to log.</remarks>
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Ignore(
        CoreEventId.SaveChangesFailed, RelationalEventId.CommandError, CoreEventId.OptimisticConcurrencyException);
}
