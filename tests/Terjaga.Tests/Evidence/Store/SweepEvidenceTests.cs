using Microsoft.EntityFrameworkCore;
using Terjaga.Intake;

namespace Terjaga.Tests.Evidence.Store;

public sealed class SweepEvidenceTests(ScratchPostgres postgres)
{
    private static readonly Guid _holder = Guid.Parse("01900000-0000-7000-8000-000000000001");

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task An_end_between_file_and_row_leaves_only_what_the_sweep_removes(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var kept = await desk.KeepAsync(_holder, [1]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.InStoreAsync<int>(async (store, _) =>
        {
            await store.KeepAsync(_holder, [2], TestContext.Current.CancellationToken);
            throw new InvalidOperationException("killed");
        }));
        await File.WriteAllBytesAsync(desk.SealedFiles[0] + ".draft", [3], TestContext.Current.CancellationToken);

        Assert.Equal(2, (await desk.CheckStoreAsync()).JustWritten.Count);
        await desk.SweepLaterAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(3, desk.SealedFiles.Count);
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        Assert.Single(desk.SealedFiles);
        Assert.Equal([1], Expect.Value(await desk.ReadKeptAsync(kept, _holder)));
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    [Fact]
    public async Task An_old_stray_is_told_by_the_check()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.Files.PutAsync("ab-12", [1], TestContext.Current.CancellationToken);
        desk.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(2));

        Assert.Equal(["ab-12"], (await desk.CheckStoreAsync()).Strays);
    }

    [Fact]
    public async Task The_sweep_is_on_the_timetable()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Assert.Equal(TimeSpan.FromHours(1), await desk.ReadAsync(db =>
            db.Set<Terjaga.Common.Work.WorkItem>().Where(w => w.Kind == "sweep-evidence").Select(w => w.Every).SingleAsync()));
    }

    [Fact]
    public async Task Plain_files_of_an_earlier_version_are_sealed_for_their_reports_also_after_a_kill()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        byte[][] pictures = [StoreDesk.Draw(1), StoreDesk.Draw(2), StoreDesk.Draw(3)];
        Expect.Value(await desk.SubmitAsync(pictures[0], pictures[1]));
        Expect.Value(await desk.SubmitAsync(pictures[1]));
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM blobs; DELETE FROM blob_grants; DELETE FROM evidence_keys"));
        Directory.Delete(desk.EvidenceFolder, recursive: true);
        var plain = pictures.Select(picture => WritePlain(desk, picture)).ToList();

        await SealAsync(desk);
        Assert.Equal(2, desk.SealedFiles.Count);
        Assert.Equal([false, false, true], plain.Select(File.Exists));

        // Killed after the rows and before the plain file went; the third, that no row names, has become old.
        WritePlain(desk, pictures[0]);
        desk.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(2));
        await SealAsync(desk);

        Assert.False(Directory.Exists(Path.Combine(desk.Folder, "files")));
        Assert.Equal(2, desk.SealedFiles.Count);
        foreach (var brought in await desk.ReadAsync(db => db.ReportPictures.ToListAsync(TestContext.Current.CancellationToken)))
            Assert.Contains(Expect.Value(await desk.ReadKeptAsync(brought.Sha256, brought.ReportId)), pictures);
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    private static Task<int> SealAsync(TestDesk desk) => desk.RunAsync<SealPlainFiles, int>(async seal =>
    {
        await seal.RunAsync(TestContext.Current.CancellationToken);
        return 0;
    });

    private static string WritePlain(TestDesk desk, byte[] content)
    {
        var sha256 = Terjaga.Evidence.Store.EvidenceStore.HashOf(content);
        var file = Path.Combine(desk.Folder, "files", sha256[..2], sha256[2..]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }
}
