using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Tests.Common.Storage;

public sealed class GroupWriterTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_writer_that_cannot_be_stored_fails_alone_and_takes_nobody_with_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var writer = desk.Services.GetRequiredService<GroupWriter>();
        var bad = new Statement("INSERT INTO key_checks (id, proof) VALUES ($1, $2)", 1, new byte[] { 1 });

        var writers = Enumerable.Range(2, 20)
            .Select(i => writer.WriteAsync([bad with { Values = [i, new byte[] { 1 }] }], TestContext.Current.CancellationToken)).ToList();
        writers.Insert(10, writer.WriteAsync([bad], TestContext.Current.CancellationToken));

        await Assert.ThrowsAnyAsync<DbException>(() => writers[10]);
        Assert.All(await Task.WhenAll(writers.Where(w => w != writers[10])), Assert.True);
        Assert.Equal(21, await desk.ReadAsync(db => db.Database.SqlQueryRaw<int>("SELECT id AS \"Value\" FROM key_checks").CountAsync()));
    }

    [Fact]
    public async Task A_clean_stop_stores_everybody_who_waits()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var writer = desk.Services.GetRequiredService<GroupWriter>();
        var waiting = Enumerable.Range(2, 500).Select(i => writer.WriteAsync(
            [new Statement("INSERT INTO key_checks (id, proof) VALUES ($1, $2)", i, new byte[] { 1 })], TestContext.Current.CancellationToken)).ToList();

        await writer.StopAsync(TestContext.Current.CancellationToken);

        Assert.All(waiting, w => Assert.True(w.IsCompletedSuccessfully));
        Assert.Throws<InvalidOperationException>(() => { _ = writer.WriteAsync([], TestContext.Current.CancellationToken); });
    }

    [Fact]
    public async Task The_sentences_written_by_hand_name_exactly_the_columns_of_their_tables()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var key = desk.Services.GetRequiredService<DeskKey>();
        var contact = SealedContact.Seal(key, Guid.Empty, "x").ToStatement(new Cause("reports", Guid.Empty));

        var columns = await desk.ReadAsync(db => Task.FromResult(
            db.Model.FindEntityType(typeof(SealedContact))!.GetProperties().Select(p => p.GetColumnName())));
        Assert.All(columns, column => Assert.Contains(column, contact.Sql, StringComparison.Ordinal));
    }
}
