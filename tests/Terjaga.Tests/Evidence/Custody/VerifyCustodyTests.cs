using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence.Custody;

namespace Terjaga.Tests.Evidence.Custody;

/// <summary>Somebody with the database in hand changes the log; each way is found.</summary>
public sealed class VerifyCustodyTests(ScratchPostgres postgres)
{
    private const int Count = 600;

    [Fact]
    public async Task A_change_of_any_field_of_any_entry_is_found()
    {
        await using var desk = await OpenAsync();
        string[] changes =
        [
            "act = 'sent'", "at = at + 1", "holder_id = '0198C0DE-0000-7000-8000-000000000002'", "sha256 = NULL", "actor = 'machine:else'",
            "id = substr(id, 1, 35) || CASE substr(id, 36) WHEN '0' THEN '1' ELSE '0' END", "leaf_hash = zeroblob(32)",
        ];
        var random = new Random(6);
        await desk.SqlAsync("CREATE TABLE kept AS SELECT * FROM custody_entries");
        foreach (var change in changes.SelectMany(change => Enumerable.Repeat(change, 4)))
        {
            var place = random.Next(Count);
            Assert.Equal(1, await desk.SqlAsync($"UPDATE custody_entries SET {change} WHERE leaf_index = {place}"));
            Assert.Contains(new("entry.changed", place), await desk.VerifyAsync());
            await desk.SqlAsync("DELETE FROM custody_entries; INSERT INTO custody_entries SELECT * FROM kept");
        }

        Assert.Empty(await desk.VerifyAsync());
    }

    [Theory]
    [InlineData("DELETE FROM custody_entries WHERE leaf_index = 300", "entry.missing")]
    [InlineData("DELETE FROM custody_entries WHERE leaf_index >= 590", "head.beyond")]
    [InlineData("DELETE FROM custody_entries", "head.beyond")]
    [InlineData("DELETE FROM custody_tiles WHERE level = 0 AND number = 1", "tile.changed")]
    [InlineData("UPDATE custody_tiles SET hashes = substr(hashes, 1, 64) WHERE number = 2", "tile.changed")]
    [InlineData("UPDATE custody_tiles SET hashes = hashes || zeroblob(32) WHERE number = 2", "tile.size")]
    [InlineData("UPDATE custody_log SET size = 599", "log.size")]
    [InlineData("UPDATE tree_heads SET root = zeroblob(32)", "head.root")]
    [InlineData("UPDATE tree_heads SET at = at + 1", "head.signature")]
    [InlineData("UPDATE tree_heads SET size = 599", "head.root")]
    [InlineData(
        "UPDATE custody_entries SET leaf_index = -1 WHERE leaf_index = 4; UPDATE custody_entries SET leaf_index = 4 WHERE leaf_index = 5; UPDATE custody_entries SET leaf_index = 5 WHERE leaf_index = -1",
        "tile.changed")]
    [InlineData(
        "INSERT INTO custody_entries (id, at, act, holder_id, actor, leaf_index, leaf_hash) SELECT '0198C0DE-0000-7000-8000-000000000009', at, act, holder_id, actor, 600, leaf_hash FROM custody_entries WHERE leaf_index = 0",
        "log.size")]
    public async Task Dropping_swapping_adding_and_cutting_is_found(string sql, string code)
    {
        await using var desk = await OpenAsync();

        Assert.NotEqual(0, await desk.SqlAsync(sql));

        Assert.Contains(code, (await desk.VerifyAsync()).Select(fault => fault.Code));
    }

    [Theory]
    [InlineData("UPDATE custody_entries SET act = 'sent' WHERE id = (SELECT min(id) FROM custody_entries)")]
    [InlineData("DELETE FROM custody_entries WHERE id = (SELECT min(id) FROM custody_entries)")]
    [InlineData("UPDATE custody_entries SET holder_id = '0198C0DE-0000-7000-8000-000000000002' WHERE id = (SELECT max(id) FROM custody_entries)")]
    public async Task Whoever_makes_the_whole_log_anew_is_found_by_a_head_that_was_signed_before(string sql)
    {
        await using var desk = await OpenAsync();

        await desk.SqlAsync($"{sql}; UPDATE custody_entries SET leaf_index = NULL, leaf_hash = NULL; DELETE FROM custody_tiles; UPDATE custody_log SET size = 0");
        await desk.PlaceAsync();

        var faults = await desk.VerifyAsync();
        Assert.All(faults, fault => Assert.StartsWith("head.", fault.Code, StringComparison.Ordinal));
        Assert.NotEmpty(faults);
    }

    [Fact]
    public async Task A_sound_log_with_heads_of_every_size_has_no_fault()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        foreach (var more in new[] { 0, 1, 254, 1, 1, 300 })
        {
            await desk.AddAsync(more);
            await desk.PlaceAsync();
            await desk.SignAsync();
        }

        Assert.Empty(await desk.VerifyAsync());
        Assert.Equal([0L, 1, 255, 256, 257, 557], await desk.ReadAsync(db =>
            db.TreeHeads.OrderBy(h => h.Size).Select(h => h.Size).ToListAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<TestDesk> OpenAsync()
    {
        var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.AddAsync(Count);
        await desk.PlaceAsync();
        await desk.SignAsync();
        Assert.Empty(await desk.VerifyAsync());
        return desk;
    }
}
