using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Storage;

namespace Terjaga.Tests.Common.Storage;

public sealed class DatabaseSetupTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_migrations_make_what_the_code_expects(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        Assert.False(await desk.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await desk.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_database_of_a_newer_version_is_refused_with_a_clear_word(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('99991231_FromTheFuture', '99')"));

        var refusal = await Assert.ThrowsAsync<DatabaseIsNewerException>(() => SetUpAsync(desk));
        Assert.Contains("newer than this version", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Several_processes_may_start_at_once(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SetUpAsync(desk)));
    }

    [Fact]
    public async Task The_lock_of_a_process_that_was_killed_while_it_migrated_stops_nobody()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            DELETE FROM "__EFMigrationsHistory";
            """));

        // The tables are there already, so that the migration itself fails; what counts is that it was tried.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => SetUpAsync(desk)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_embedded_database_syncs_every_commit_and_lets_readers_read_meanwhile()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Assert.Equal("wal", await PragmaAsync<string>(desk, "journal_mode"));
        Assert.Equal(2L, await PragmaAsync<long>(desk, "synchronous"));
    }

    private static Task<int> SetUpAsync(TestDesk desk) => desk.RunAsync<DatabaseSetup, int>(async setup =>
    {
        await setup.RunAsync(TestContext.Current.CancellationToken);
        return 0;
    });

    private static Task<T> PragmaAsync<T>(TestDesk desk, string name) => desk.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    });
}
