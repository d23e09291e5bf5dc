using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Terjaga.Accounts;
using Terjaga.App;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;

namespace Terjaga.Tests;

/// <summary>The whole product on a real database, with a clock that stands still and workers that work when told.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    /// <summary>Between two things that follow each other: their events must not share an instant.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(1);

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private TestDesk(WebApplication app, DirectoryInfo folder, FakeTimeProvider clock) =>
        (_app, _folder, Clock) = (app, folder, clock);

    public FakeTimeProvider Clock { get; }

    public string Folder => _folder.FullName;

    public IServiceProvider Services => _app.Services;

    /// <summary>
    /// On <c>sqlite</c> or <c>postgres</c>; <paramref name="settings"/> as <c>Section:Name</c>; <paramref name="adjust"/>
    /// puts what the outside world cannot be on loopback.
    /// </summary>
    public static async Task<TestDesk> OpenAsync(
        string database, ScratchPostgres postgres, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? adjust = null)
    {
        var folder = Directory.CreateTempSubdirectory("terjaga-test-");
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            [DeskOptions.UrlsKey] = "http://127.0.0.1:0",
            [DeskOptions.PublicUrlKey] = "https://terjaga.example",
            [DeskOptions.DataFolderKey] = folder.FullName,
            [DeskOptions.RolesKey] = DeskOptions.WebRole,
            ["Logging:LogLevel:Default"] = "None",
        };
        // A picture of each page would take seconds; the tests of evidence name a browser.
        all.TryAdd("Browser:Program", "");
        // Its clock stands still, so nobody's turn would ever come.
        all.TryAdd("Watch:HostGap", "00:00:00");
        if (database == "postgres")
            all[DeskOptions.ConnectionStringKey] = await PreparedDatabase.CreateAsync(postgres);
        var app = DeskHost.Build(all, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Services.AddQuickPasswords();
            adjust?.Invoke(builder.Services);
        });
        if (database != "postgres")
            await PreparedDatabase.CopyAsync(app.Services, folder.FullName);
        var desk = new TestDesk(app, folder, clock);
        await desk.RunAsync<PrepareDesk, Uri?>(prepare => prepare.RunAsync(TestContext.Current.CancellationToken));
        await app.Services.GetRequiredService<GroupWriter>().StartAsync(TestContext.Current.CancellationToken);
        return desk;
    }

    public static Acting As(Role role) =>
        new(Guid.CreateVersion7(), role.ToString(), Authority.MinistryOf(role) ?? Ministry.Komdigi, role);

    /// <summary>Calls one operation in a scope of its own, as a request does, a moment after what was before it.</summary>
    public Task<TResult> RunAsync<TOperation, TResult>(Func<TOperation, Task<TResult>> call)
        where TOperation : notnull
    {
        Clock.Advance(_moment);
        return InScopeAsync(call);
    }

    public Task<TResult> ReadAsync<TResult>(Func<TerjagaDb, Task<TResult>> read) => InScopeAsync(read);

    /// <summary>Does all work that is due, and what follows from it, until nothing is.</summary>
    public async Task WorkAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var queue = _app.Services.GetRequiredService<WorkQueue>();
        var kinds = _app.Services.GetServices<WorkKind>().ToDictionary(k => k.Name);
        while (true)
        {
            var items = new List<WorkItem>();
            foreach (var lane in Enum.GetValues<WorkLane>())
                items.AddRange(await queue.LeaseAsync(lane, 50, TimeSpan.FromMinutes(1), cancellationToken));
            if (items.Count == 0)
                return;
            Clock.Advance(_moment);
            foreach (var item in items)
                await AttemptAsync(kinds[item.Kind], item, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.Services.GetRequiredService<GroupWriter>().StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> call)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task AttemptAsync(WorkKind kind, WorkItem item, CancellationToken cancellationToken)
    {
        var attempt = new WorkAttempt(_app.Services.GetRequiredService<IServiceScopeFactory>(), Clock, kind);
        try
        {
            await attempt.RunAsync(item, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await attempt.FailAsync(item, exception, cancellationToken);
        }
    }
}
