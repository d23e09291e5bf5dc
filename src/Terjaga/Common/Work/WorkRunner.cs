using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Terjaga.Common.Storage;

namespace Terjaga.Common.Work;

/// <summary>The workers of this process: they lease what is due, do it, and look again.</summary>
internal sealed partial class WorkRunner(
    WorkQueue queue, WorkSignal signal, GroupWriter strangers, IServiceScopeFactory scopes, IEnumerable<WorkKind> kinds,
    TimeProvider clock, ILogger<WorkRunner> logger)
    : BackgroundService
{
    /// <summary>A look without being woken: finds what another process stored and what has just fallen due.</summary>
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Rest between a wake-up and the look: in a flood each commit wakes, and one look finds what many commits stored.
    /// </summary>
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(20);

    /// <summary>In a flood a worker rests so many times as long as it worked: reports come first, and the queue still moves.</summary>
    private const int RestInFlood = 4;

    /// <summary>Longest rest after one piece of work, which may have waited long for a slow site.</summary>
    private static readonly TimeSpan _longestRest = TimeSpan.FromMilliseconds(50);

    private static readonly Lane[] _lanes =
    [
        new(WorkLane.Desk, Workers: 2, AtOnce: 16, Lease: TimeSpan.FromSeconds(15)),
        new(WorkLane.Outside, Workers: 8, AtOnce: 1, Lease: TimeSpan.FromSeconds(30)),
        // All looks of a worker are under way together, half of them at a time: two waits for a slow site fit into the lease.
        new(WorkLane.Watch, Workers: 2, AtOnce: 32, Lease: TimeSpan.FromSeconds(45)),
        // As many as there are browsers: who waited for one would lose the lease before its turn.
        new(WorkLane.Capture, Workers: 2, AtOnce: 1, Lease: TimeSpan.FromSeconds(45)),
        new(WorkLane.Long, Workers: 1, AtOnce: 1, Lease: TimeSpan.FromMinutes(30)),
    ];

    private readonly Dictionary<string, WorkKind> _kinds = kinds.ToDictionary(k => k.Name);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_lanes.Select(lane => RunAsync(lane, stoppingToken)));

    private async Task RunAsync(Lane lane, CancellationToken stoppingToken)
    {
        // One worker of a lane looks while the others work or wait: ten that look at every commit starve the commits.
        using var look = new SemaphoreSlim(1, 1);
        await Task.WhenAll(Enumerable.Range(0, lane.Workers)
            .Select(_ => Task.Run(() => WorkAsync(lane, look, stoppingToken), stoppingToken)));
    }

    [SuppressMessage("Design", "CA1031", Justification = "The workers outlive whatever goes wrong, such as a database that is away.")]
    private async Task WorkAsync(Lane lane, SemaphoreSlim look, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var item in await RunTogetherAsync(await LookAsync(lane, look, stoppingToken), lane, stoppingToken))
                    await RunAsync(item, lane, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogLookFailed(exception);
                // A stop ends the rest and is no error; the loop sees it.
                await Task.Delay(Backoff.After(1, Random.Shared.NextDouble()), clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Waits for this worker's turn to look, then until there is something to do.</summary>
    private async Task<IReadOnlyList<WorkItem>> LookAsync(Lane lane, SemaphoreSlim look, CancellationToken stoppingToken)
    {
        await look.WaitAsync(stoppingToken);
        try
        {
            while (true)
            {
                var woken = signal.Next;
                var items = await queue.LeaseAsync(lane.Name, lane.AtOnce, lane.Lease, stoppingToken);
                if (items.Count > 0)
                    return items;
                await Task.WhenAny(woken, Task.Delay(_look, clock, stoppingToken));
                await Task.Delay(_gather, stoppingToken);
            }
        }
        finally
        {
            look.Release();
        }
    }

    /// <summary>Does together what can be, and gives what is to be done one by one; what was begun before is done alone.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Where many fail together, each is done alone and keeps its own error.")]
    private async Task<IEnumerable<WorkItem>> RunTogetherAsync(IReadOnlyList<WorkItem> items, Lane lane, CancellationToken stoppingToken)
    {
        List<WorkItem> oneByOne = [.. items.OrderBy(i => i.Attempts)];
        List<WorkItem> fresh = [.. items.Where(i => i.Attempts == 1)];
        if (fresh.Count < 2 || _kinds[fresh[0].Kind] is not { IsMany: true } kind)
            return oneByOne;

        var (began, lease) = (clock.GetTimestamp(), fresh[0].Lease);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(lane.Lease);
        try
        {
            await new WorkAttempt(scopes, clock, kind).RunTogetherAsync(fresh, limit.Token);
            signal.Wake();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception)
        {
            // Another worker changed one of the same rows, or something is wrong with one piece: that one tells it when it is done alone.
            LogTogetherFailed(kind.Name, fresh.Count);
            return await queue.HeldAsync(oneByOne.ConvertAll(i => i.Id), lease, stoppingToken);
        }

        await RestAsync(clock.GetElapsedTime(began) * RestInFlood, stoppingToken);
        return oneByOne.Except(fresh);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Work that fails is kept with its error; the rest goes on.")]
    private async Task RunAsync(WorkItem item, Lane lane, CancellationToken stoppingToken)
    {
        var began = clock.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(lane.Lease);
        var attempt = new WorkAttempt(scopes, clock, _kinds[item.Kind]);
        try
        {
            await attempt.RunAsync(item, limit.Token);
            signal.Wake();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            LogFailed(exception, item.Kind, item.Id, item.Attempts);
            await attempt.FailAsync(item, exception, stoppingToken);
        }

        await RestAsync(clock.GetElapsedTime(began) * RestInFlood, stoppingToken);
    }

    private async Task RestAsync(TimeSpan rest, CancellationToken stoppingToken)
    {
        var began = clock.GetTimestamp();
        while (strangers.IsBusy && clock.GetElapsedTime(began) is var rested && rested < rest && rested < _longestRest)
            await Task.Delay(TimeSpan.FromMilliseconds(1), stoppingToken);
    }

    [LoggerMessage(LogLevel.Warning, "Work {Kind} {WorkId} failed at attempt {Attempt}")]
    private partial void LogFailed(Exception exception, string kind, Guid workId, int attempt);

    [LoggerMessage(LogLevel.Information, "Work {Kind} could not be stored for {Count} together; each is done alone")]
    private partial void LogTogetherFailed(string kind, int count);

    [LoggerMessage(LogLevel.Error, "A worker could not look for work")]
    private partial void LogLookFailed(Exception exception);

    private sealed record Lane(WorkLane Name, int Workers, int AtOnce, TimeSpan Lease);
}
