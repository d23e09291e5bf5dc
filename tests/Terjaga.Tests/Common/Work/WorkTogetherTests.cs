using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;

namespace Terjaga.Tests.Common.Work;

/// <summary>Work of one kind that is done together, by the workers of a real desk.</summary>
public sealed class WorkTogetherTests(ScratchPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task One_piece_that_fails_holds_up_no_other_and_keeps_its_own_error(string database)
    {
        var kind = new WorkKind("together", typeof(Together), WorkLane.Watch);
        await using var desk = await TestDesk.OpenAsync(database, postgres, adjust: services => services.AddScoped<Together>());
        List<Guid> subjects = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];
        (Together.Poison, Together.Stored) = (subjects[2], []);
        await desk.RunAsync<TerjagaDb, int>(db =>
        {
            subjects.ForEach(subject => db.Schedule(kind.Name, subject, desk.Clock.GetUtcNow()));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var scopes = desk.Services.GetRequiredService<IServiceScopeFactory>();
        using var runner = new WorkRunner(
            new WorkQueue(scopes, [kind], desk.Clock), new WorkSignal(), desk.Services.GetRequiredService<GroupWriter>(), scopes, [kind], desk.Clock, NullLogger<WorkRunner>.Instance);
        await runner.StartAsync(TestContext.Current.CancellationToken);
        for (var look = 0; look < 500 && await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == kind.Name && (w.LastError == null || w.SubjectId != Together.Poison), TestContext.Current.CancellationToken)) > 0; look++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await runner.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains("poison", (await desk.ReadAsync(db => db.Work.SingleAsync(w => w.Kind == kind.Name, TestContext.Current.CancellationToken))).LastError, StringComparison.Ordinal);
        Assert.Equal(5, Together.Most);
        Assert.Equal(subjects.Where(s => s != Together.Poison).Order(), Together.Stored.Order());
    }

    /// <summary>Lets all come back before it fails, as a handler may that is half way.</summary>
    private sealed class Together(TimeProvider clock) : IManyWorkHandler
    {
        public static Guid Poison { get; set; }

        public static int Most { get; private set; }

        public static ConcurrentBag<Guid> Stored { get; set; } = [];

        public Task RunAsync(WorkItem item, CancellationToken cancellationToken) => RunAsync([item], cancellationToken);

        public Task RunAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
        {
            Most = Math.Max(Most, items.Count);
            if (!items.Any(i => i.SubjectId == Poison))
            {
                foreach (var item in items)
                    Stored.Add(item.SubjectId);
                return Task.CompletedTask;
            }

            foreach (var item in items)
                item.ComeBack(clock.GetUtcNow());
            throw new InvalidOperationException("poison");
        }
    }
}
