using System.Text;
using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence.Store;
using Terjaga.Privacy;

namespace Terjaga.Tests.Evidence.Store;

public sealed class EvidenceStoreTests(ScratchPostgres postgres)
{
    private static readonly Guid _first = Guid.Parse("01900000-0000-7000-8000-000000000001");
    private static readonly Guid _second = Guid.Parse("01900000-0000-7000-8000-000000000002");
    private static readonly byte[] _page = Encoding.UTF8.GetBytes("PENANDA-RAHASIA-7 halaman lowongan");

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_bytes_of_two_holders_are_one_file_and_each_can_read_them(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        var sha256 = await desk.KeepAsync(_first, _page);
        Assert.Equal(sha256, await desk.KeepAsync(_second, _page));
        Assert.Equal(sha256, await desk.KeepAsync(_second, _page));

        Assert.Single(desk.SealedFiles);
        Assert.Equal(_page, Expect.Value(await desk.ReadKeptAsync(sha256, _first)));
        Assert.Equal(_page, Expect.Value(await desk.ReadKeptAsync(sha256, _second)));
        Assert.Equal(_page, Expect.Value(await desk.ReadKeptAsync(sha256, null)));
        Expect.Problem("evidence.unknown", await desk.ReadKeptAsync(EvidenceStore.HashOf([1]), null));
    }

    [Fact]
    public async Task Two_holders_that_are_saved_together_share_a_file()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        await desk.InStoreAsync(async (store, db) =>
        {
            await store.KeepAsync(_first, _page, TestContext.Current.CancellationToken);
            await store.KeepAsync(_second, _page, TestContext.Current.CancellationToken);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Single(desk.SealedFiles);
        Assert.Equal(2, await desk.ReadAsync(db => db.BlobGrants.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_contents_that_are_kept_together_are_each_a_file_and_readable(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.KeepAsync(_first, [7]);
        List<HeldContent> contents = [new(_first, _page), new(_second, _page), new(_second, [7]), new(_first, [8]), new(_first, [8]), new(_second, [9])];

        var hashes = await desk.InStoreAsync(async (store, db) =>
        {
            var kept = await store.KeepAllAsync(contents, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return kept;
        });

        Assert.Equal(contents.Select(c => EvidenceStore.HashOf(c.Bytes)), hashes);
        Assert.Equal(4, desk.SealedFiles.Count);
        foreach (var content in contents)
            Assert.Equal(content.Bytes, Expect.Value(await desk.ReadKeptAsync(content.Sha256, content.HolderId)));
        Expect.Problem("evidence.unknown", await desk.ReadKeptAsync(EvidenceStore.HashOf([9]), _first));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_destroyed_key_takes_what_only_its_holder_had_and_nothing_of_another(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var shared = await desk.KeepAsync(_first, _page);
        await desk.KeepAsync(_second, _page);
        var alone = await desk.KeepAsync(_first, [1, 2, 3]);

        Assert.NotEqual(0, await desk.DestroyAsync(_first));
        Assert.Equal(0, await desk.DestroyAsync(_first));

        Expect.Problem("evidence.unknown", await desk.ReadKeptAsync(shared, _first));
        Expect.Problem("evidence.unknown", await desk.ReadKeptAsync(alone, null));
        Assert.Equal(_page, Expect.Value(await desk.ReadKeptAsync(shared, _second)));
        Assert.Null((await desk.ReadAsync(db => db.EvidenceKeys.SingleAsync(k => k.HolderId == _first))).WrappedKey);
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        await desk.SweepLaterAsync(TimeSpan.FromHours(4));
        Assert.Single(desk.SealedFiles);
        Assert.True((await desk.CheckStoreAsync()).AreNone);
        await desk.DestroyAsync(_second);
        Expect.Problem("evidence.unknown", await desk.ReadKeptAsync(shared, null));
        await desk.SweepLaterAsync(TimeSpan.FromHours(6));
        Assert.Empty(desk.SealedFiles);
        Assert.Equal(0, await desk.ReadAsync(db => db.Blobs.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_destroyed_and_is_seen_again_is_kept_under_a_new_key(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var sha256 = await desk.KeepAsync(_first, _page);
        var before = desk.SealedFiles.Single();
        await desk.DestroyAsync(_first);

        await desk.KeepAsync(_first, _page);

        Assert.Equal(_page, Expect.Value(await desk.ReadKeptAsync(sha256, _first)));
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        Assert.NotEqual(before, Assert.Single(desk.SealedFiles));
        Assert.Equal(_page, Expect.Value(await desk.ReadKeptAsync(sha256, _first)));
    }

    [Fact]
    public async Task A_flipped_byte_is_damage_wherever_it_is_and_a_lost_file_is_missing()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var sha256 = await desk.KeepAsync(_first, _page);
        var file = desk.SealedFiles.Single();
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        for (var i = 0; i < whole.Length; i++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[i] ^= 1;
            await File.WriteAllBytesAsync(file, flipped, TestContext.Current.CancellationToken);
            Expect.Problem("evidence.damaged", await desk.ReadKeptAsync(sha256, null));
        }

        Assert.Equal([sha256], (await desk.CheckStoreAsync()).Damaged);
        await File.WriteAllBytesAsync(file, whole[..5], TestContext.Current.CancellationToken);
        Expect.Problem("evidence.damaged", await desk.ReadKeptAsync(sha256, null));
        File.Delete(file);
        Expect.Problem("evidence.missing", await desk.ReadKeptAsync(sha256, null));
        Assert.Equal([Path.GetFileName(file)], (await desk.CheckStoreAsync()).Missing);
        await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    [Fact]
    public async Task Rows_of_one_holder_open_nothing_under_the_name_of_another()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var sha256 = await desk.KeepAsync(_first, _page);
        await desk.KeepAsync(_second, [1]);
        await desk.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE blob_grants SET holder_id = {_second} WHERE sha256 = {sha256}"));

        Expect.Problem("evidence.damaged", await desk.ReadKeptAsync(sha256, null));
    }

    [Fact]
    public async Task The_database_and_the_files_open_nothing_without_the_key_of_the_desk()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        using var elsewhere = new TemporaryFolder();
        var sha256 = await desk.KeepAsync(_first, _page);
        var stranger = DeskKey.Load(Path.Combine(elsewhere.Path, "desk.key"), mayCreate: true);

        var opened = await desk.ReadAsync(db => db.GrantedKeys(sha256).SingleAsync(TestContext.Current.CancellationToken));

        Assert.Null(opened.Open(stranger));
        Assert.NotNull(opened.Open((DeskKey)desk.Services.GetService(typeof(DeskKey))!));
    }

    [Fact]
    public async Task Plain_bytes_are_nowhere_below_the_data_folder()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        byte[] picture = [.. StoreDesk.Draw(1), .. "PENANDA-RAHASIA-8"u8];

        await desk.KeepAsync(_first, _page);
        Expect.Value(await desk.SubmitAsync(picture));
        await desk.WorkAsync();

        Assert.Equal(2, desk.SealedFiles.Count);
        foreach (var file in Directory.EnumerateFiles(desk.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.True(copy.ToArray().AsSpan().IndexOf("PENANDA-RAHASIA"u8) < 0, file);
        }
    }
}
