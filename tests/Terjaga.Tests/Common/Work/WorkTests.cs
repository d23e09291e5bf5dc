using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;

namespace Terjaga.Tests.Common.Work;

public sealed class WorkTests(ScratchPostgres postgres)
{
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Workers_at_once_never_lease_the_same_work(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ScheduleAsync(desk, 200);
        var queue = desk.Services.GetRequiredService<WorkQueue>();

        var leased = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var mine = new List<Guid>();
            while (await queue.LeaseAsync(WorkLane.Desk, 7, _lease, TestContext.Current.CancellationToken) is { Count: > 0 } items)
                mine.AddRange(items.Select(i => i.Id));
            return mine;
        }));

        Assert.Equal(200, leased.Sum(l => l.Count));
        Assert.Equal(200, leased.SelectMany(l => l).Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_dead_worker_held_is_done_by_another_and_the_dead_one_cannot_finish(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ScheduleAsync(desk, 1);
        var queue = desk.Services.GetRequiredService<WorkQueue>();
        var dead = Assert.Single(await queue.LeaseAsync(WorkLane.Desk, 10, _lease, TestContext.Current.CancellationToken));
        Assert.Empty(await queue.LeaseAsync(WorkLane.Desk, 10, _lease, TestContext.Current.CancellationToken));

        desk.Clock.Advance(_lease + TimeSpan.FromSeconds(1));
        var other = Assert.Single(await queue.LeaseAsync(WorkLane.Desk, 10, _lease, TestContext.Current.CancellationToken));
        Assert.Equal(dead.Id, other.Id);
        Assert.Equal(2, other.Attempts);

        await Attempt(desk).RunAsync(dead, TestContext.Current.CancellationToken);
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Id == dead.Id)));
        await Attempt(desk).RunAsync(other, TestContext.Current.CancellationToken);
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Id == dead.Id)));
    }

    [Fact]
    public async Task Work_that_fails_waits_longer_each_time_and_is_parked_with_its_error_where_an_operator_sees_it()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.RunAsync<TerjagaDb, int>(db =>
        {
            // The report that it is about was never stored: a fault that no repetition mends.
            db.Schedule("screen-report", Guid.CreateVersion7(), desk.Clock.GetUtcNow());
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt < Backoff.MaxAttempts; attempt++)
        {
            await desk.WorkAsync();
            var item = await desk.ReadAsync(db => db.Work.AsNoTracking().SingleAsync(w => w.Kind == "screen-report"));
            Assert.Equal(attempt, item.Attempts);
            waits.Add(item.DueAt - desk.Clock.GetUtcNow());
            desk.Clock.Advance(waits[^1]);
        }

        await desk.WorkAsync();
        var view = await desk.RunAsync<ReadWork, ReadWork.View>(read => read.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("InvalidOperationException", Assert.Single(view.Stopped).Error, StringComparison.Ordinal);
        Assert.All(waits.Select((wait, i) => (wait, i)), w => Assert.InRange(w.wait.TotalSeconds, Math.Pow(2, w.i), Math.Min(2 * Math.Pow(2, w.i), 900)));
    }

    [Fact]
    public async Task Work_that_kills_its_worker_again_and_again_is_parked_and_not_begun_for_ever()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ScheduleAsync(desk, 1);
        var queue = desk.Services.GetRequiredService<WorkQueue>();
        for (var death = 0; death < Backoff.MaxAttempts; death++)
        {
            Assert.Single(await queue.LeaseAsync(WorkLane.Desk, 10, _lease, TestContext.Current.CancellationToken));
            desk.Clock.Advance(_lease + TimeSpan.FromSeconds(1));
        }

        await desk.WorkAsync();

        Assert.NotNull((await desk.ReadAsync(db => db.Work.SingleAsync(w => w.Key == null))).ParkedAt);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Work_that_kills_its_worker_takes_no_innocent_work_with_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ScheduleAsync(desk, 16);
        var queue = desk.Services.GetRequiredService<WorkQueue>();
        var first = await queue.LeaseAsync(WorkLane.Desk, 16, _lease, TestContext.Current.CancellationToken);
        Assert.Equal(16, first.Count);

        // The worker dies of one of them before the others had their turn, again and again.
        var poison = first[0].Id;
        for (var death = 0; death < 3; death++)
        {
            desk.Clock.Advance(_lease + TimeSpan.FromSeconds(1));
            while (await queue.LeaseAsync(WorkLane.Desk, 16, _lease, TestContext.Current.CancellationToken) is { Count: > 0 } items)
            {
                var alone = Assert.Single(items);
                if (alone.Id != poison)
                    await Attempt(desk).RunAsync(alone, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(poison, await desk.ReadAsync(db => db.Work.Select(w => w.Id).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Recurring_work_stands_once_however_many_processes_start_and_comes_back(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.RunAsync<ScheduleRecurring, int>(async schedule =>
        {
            await schedule.RunAsync([("forget-repetitions", TimeSpan.FromDays(1))], TestContext.Current.CancellationToken);
            return 0;
        })));

        await desk.WorkAsync();

        var item = await desk.ReadAsync(db => db.Work.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(desk.Clock.GetUtcNow() + TimeSpan.FromDays(1), item.DueAt);
        Assert.Equal(0, item.Attempts);
    }

    private static Task<int> ScheduleAsync(TestDesk desk, int count) => desk.RunAsync<TerjagaDb, int>(db =>
    {
        // Recurring work is due at the start; here only what the test makes shall be.
        db.Work.RemoveRange(db.Work.Where(w => w.Key != null));
        for (var i = 0; i < count; i++)
            db.Schedule("forget-repetitions", Guid.CreateVersion7(), desk.Clock.GetUtcNow());
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static WorkAttempt Attempt(TestDesk desk) => new(
        desk.Services.GetRequiredService<IServiceScopeFactory>(), desk.Clock,
        desk.Services.GetServices<WorkKind>().Single(k => k.Name == "forget-repetitions"));
}
