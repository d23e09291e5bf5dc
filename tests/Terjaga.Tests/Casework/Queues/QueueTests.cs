using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Queues;
using Terjaga.Screening;

namespace Terjaga.Tests.Casework.Queues;

public sealed class QueueTests(ScratchPostgres postgres)
{
    private const string Cry = "Tolong, saya disekap di Myawaddy dan paspor saya ditahan. Saya mau pulang.";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_database_counts_reports_and_computes_the_same_turn_as_we_do(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var same = Reported.Offer(1);
        await desk.ReportAsync(same, same, same, same, same, Reported.Offer(2), Cry, "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung");

        var files = await desk.ReadAsync(db => db.ShownCases.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(8, files.Sum(file => file.ReportCount));
        Assert.Contains(files, file => file.ReportCount == 5);
        Assert.All(files, file => Assert.Equal(QueueTurn.Of(file.Rank, file.ReportCount, file.ChangedAt), file.Turn));
        Assert.True(files.MinBy(file => file.Turn)!.Rank >= QueueRank.Danger);
    }

    [Fact]
    public void More_risk_and_more_reports_are_due_earlier_and_danger_is_before_all()
    {
        var now = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

        Assert.True(QueueTurn.Of(20, 1, now) < QueueTurn.Of(10, 1, now));
        Assert.True(QueueTurn.Of(20, 8, now) < QueueTurn.Of(20, 1, now));
        Assert.Equal(QueueTurn.Of(20, 9, now), QueueTurn.Of(20, 8, now));
        Assert.True(QueueTurn.Of(120, 1, now) < QueueTurn.Of(20, 1_000_000, now.AddYears(-9)));
        Assert.Equal(now.AddMinutes(15), QueueTurn.DueAt(QueueTurn.Of(120, 1, now)));
        Assert.Equal(now.AddHours(6), QueueTurn.DueAt(QueueTurn.Of(20, 8, now)));
        Assert.Equal(11, QueueTurn.Divisor(int.MaxValue));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var all = await desk.OpenManyAsync(ListCases.PageSize + 12);

        var first = await ListAsync(desk, new QueueFilter());
        var second = await ListAsync(desk, new QueueFilter(), first.Next);
        Assert.Equal(all, first.Rows.Concat(second.Rows).Select(row => row.Id));
        Assert.Null(second.Next);
        Assert.Equal(all.Count, first.Counts[CaseState.New]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_filter_shows_what_passes_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.ReportAsync(Cry, Reported.Offer(1), "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung");
        var id = await desk.ReadAsync(db => db.ShownCases.Where(c => c.Rank == 20).Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        desk.Clock.Advance(TimeSpan.FromDays(3));

        Assert.True(Assert.Single((await ListAsync(desk, new QueueFilter(IsDanger: true))).Rows).IsDanger);
        Assert.Equal(WaitsFor.Kp2miApprover, Assert.Single((await ListAsync(desk, new QueueFilter(CaseState.Verified))).Rows).WaitsFor);
        Assert.Empty((await ListAsync(desk, new QueueFilter(Turn: Ministry.Komdigi))).Rows);
        Assert.Equal(3, (await ListAsync(desk, new QueueFilter(Turn: Ministry.Kp2mi, MinDays: 2))).Rows.Count);
        Assert.Empty((await ListAsync(desk, new QueueFilter(MinDays: 4))).Rows);
        Assert.Equal(id, Assert.Single((await ListAsync(desk, new QueueFilter(Band: Band.DangerSigns, IsDanger: false))).Rows).Id);
        Assert.Equal(id, Assert.Single((await ListAsync(desk, new QueueFilter(Words: "KAMBOJA turis"))).Rows).Id);
        Assert.Empty((await ListAsync(desk, new QueueFilter(Channel: "facebook"))).Rows);
        Expect.Problem("queue.filter-invalid", await RunAsync(desk, new QueueFilter(MinDays: -1), null));
        Expect.Problem("case.state-invalid", await RunAsync(desk, new QueueFilter((CaseState)99), null));
    }

    [Fact]
    public async Task A_view_is_kept_by_name_replaced_and_removed_and_is_nobody_elses()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var (officer, other) = (TestDesk.As(Role.Kp2miAnalyst), TestDesk.As(Role.Kp2miAnalyst));

        Expect.Value(await SaveAsync(officer, "Facebook", "kanal=facebook"));
        Expect.Value(await SaveAsync(officer, " Facebook ", "kanal=fb"));
        var view = Assert.Single(await ViewsAsync(officer));
        Assert.Equal(("Facebook", "kanal=fb"), (view.Name, view.Query));
        Assert.Empty(await ViewsAsync(other));
        Expect.Value(await desk.RunAsync<SavedViews, Result<Done>>(views => views.RemoveAsync(other, view.Id, TestContext.Current.CancellationToken)));
        Assert.Single(await ViewsAsync(officer));
        Expect.Problem("view.name-invalid", await SaveAsync(officer, "a\0", ""));
        Expect.Problem("view.query-invalid", await SaveAsync(officer, "lain", new string('a', 10_000)));
        for (var i = 1; i < SavedViews.MaxCount; i++)
            Expect.Value(await SaveAsync(officer, $"v{i}", ""));
        Expect.Problem("view.too-many", await SaveAsync(officer, "lagi", ""));

        Task<Result<Done>> SaveAsync(Acting by, string name, string query) =>
            desk.RunAsync<SavedViews, Result<Done>>(views => views.SaveAsync(by, name, query, TestContext.Current.CancellationToken));
        Task<IReadOnlyList<SavedViews.View>> ViewsAsync(Acting by) =>
            desk.RunAsync<SavedViews, IReadOnlyList<SavedViews.View>>(views => views.ListAsync(by, TestContext.Current.CancellationToken));
    }

    internal static async Task<ListCases.Page> ListAsync(TestDesk desk, QueueFilter filter, QueuePlace? after = null) =>
        Expect.Value(await RunAsync(desk, filter, after));

    private static Task<Result<ListCases.Page>> RunAsync(TestDesk desk, QueueFilter filter, QueuePlace? after) =>
        desk.RunAsync<ListCases, Result<ListCases.Page>>(list => list.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), filter, after), TestContext.Current.CancellationToken));
}
