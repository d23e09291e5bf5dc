using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Storage;
using Terjaga.Evidence.Store;
using Terjaga.Intake;

namespace Terjaga.Tests.Evidence.Store;

public sealed class ConcurrentReportsTests(ScratchPostgres postgres)
{
    private const int ReportCount = 64;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Sixty_four_reports_with_the_same_new_picture_can_all_be_read_and_leave_one_file(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var (picture, tries) = await MeetAsync(desk, ReportCount);
        var sha256 = EvidenceStore.HashOf(picture);

        await AssertAllReadAsync(desk, sha256, picture);
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        Assert.Equal(tries, desk.SealedFiles.Count);
        await AssertAllReadAsync(desk, sha256, picture);
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_loser_of_that_race_keeps_its_picture_when_the_winner_is_destroyed_before_the_sweep(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var (picture, tries) = await MeetAsync(desk, 8);
        var sha256 = EvidenceStore.HashOf(picture);
        var kept = await desk.ReadAsync(db => db.Blobs.Where(b => b.Sha256 == sha256).Select(b => b.File).SingleAsync());
        var winners = await desk.ReadAsync(db => db.BlobGrants.Where(g => g.Sha256 == sha256 && g.File == kept).Select(g => g.HolderId).ToListAsync());
        var losers = await desk.ReadAsync(db => db.BlobGrants.Where(g => g.Sha256 == sha256 && g.File != kept).Select(g => g.HolderId).ToListAsync());

        foreach (var winner in winners)
            await desk.DestroyAsync(winner);

        Assert.NotEmpty(losers);
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        Assert.Equal(tries, desk.SealedFiles.Count);
        Assert.All(losers, async loser => Assert.Equal(picture, Expect.Value(await desk.ReadKeptAsync(sha256, loser))));
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    /// <summary>Reports at one moment with the same new picture, again with another one until two of them met.</summary>
    private static async Task<(byte[] Picture, int Tries)> MeetAsync(TestDesk desk, int reports)
    {
        for (var tries = 1; tries <= 20; tries++)
        {
            var picture = StoreDesk.Draw(100 + tries);
            await Task.WhenAll(Enumerable.Range(0, reports).Select(async _ => Expect.Value(await Task.Run(() => desk.SubmitAsync(picture)))));
            if (desk.SealedFiles.Count > tries)
                return (picture, tries);
        }

        throw new InvalidOperationException("They did not meet: the test shows nothing.");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_picture_whose_last_holder_goes_between_the_look_and_the_commit_is_not_lost(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var picture = StoreDesk.Draw(9);
        var holder = Guid.Parse("01900000-0000-7000-8000-000000000003");
        var sha256 = await desk.KeepAsync(holder, picture);
        var report = Report.Receive(desk.Clock.GetUtcNow(), null, null, "x", new byte[32], null);

        // The sweep comes too: what has no holder since just now stays for a grace.
        var rows = await desk.InStoreAsync((store, _) => store.BringAsync(report.Id, [picture], report.Cause, TestContext.Current.CancellationToken));
        desk.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(2));
        await desk.DestroyAsync(holder);
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));
        var statement = await desk.ReadAsync(db => Task.FromResult(report.ToStatement(db)));
        await desk.Services.GetRequiredService<GroupWriter>().WriteAsync([statement, .. rows], TestContext.Current.CancellationToken);

        Assert.Equal(picture, Expect.Value(await desk.ReadKeptAsync(sha256, report.Id)));
        await desk.SweepLaterAsync(TimeSpan.FromHours(8));
        Assert.Equal(picture, Expect.Value(await desk.ReadKeptAsync(sha256, report.Id)));
        Assert.Single(desk.SealedFiles);
    }

    [Fact]
    public async Task A_repetition_of_a_sending_leaves_no_rows_and_no_file_of_its_own()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var input = SubmitReport.Input.Empty with { Pictures = [StoreDesk.Draw(10), StoreDesk.Draw(10)], IdempotencyKey = "k" };

        for (var i = 0; i < 2; i++)
        {
            Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(
                submit => submit.RunAsync(input, TestContext.Current.CancellationToken)));
        }

        Assert.Equal(1, await desk.ReadAsync(db => db.BlobGrants.CountAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.EvidenceKeys.CountAsync()));
        Assert.Single(desk.SealedFiles);
    }

    private static async Task AssertAllReadAsync(TestDesk desk, string sha256, byte[] picture)
    {
        var holders = await desk.ReadAsync(db => db.BlobGrants.Where(g => g.Sha256 == sha256).Select(g => g.HolderId).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ReportCount, holders.Count);
        foreach (var holder in holders)
            Assert.Equal(picture, Expect.Value(await desk.ReadKeptAsync(sha256, holder)));
    }
}
