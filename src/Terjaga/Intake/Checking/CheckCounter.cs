using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Terjaga.Common.Storage;
using Terjaga.Screening;

namespace Terjaga.Intake.Checking;

/// <summary>Counts checks in memory and adds them to the day's row every few seconds: nobody who asks waits for the disk.</summary>
/// <remarks>A process that is killed loses the counts of these seconds, and nothing else.</remarks>
public sealed partial class CheckCounter(GroupWriter writer, TimeProvider clock, ILogger<CheckCounter> logger) : BackgroundService
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(DateOnly On, string Door, Band Band), long> _counts = new();

    internal void Count(string door, Band band) =>
        _counts.AddOrUpdate((WibTime.Today(clock), door, band), 1, (_, count) => count + 1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await StoreAsync(cancellationToken);
    }

    /// <summary>Adds what was counted to the rows of its days; while the database is away the counts stay in memory.</summary>
    internal async Task StoreAsync(CancellationToken cancellationToken)
    {
        var taken = new List<((DateOnly On, string Door, Band Band) Key, long Count)>();
        foreach (var key in _counts.Keys)
        {
            if (_counts.TryRemove(key, out var count))
                taken.Add((key, count));
        }

        if (taken.Count == 0)
            return;
        try
        {
            await writer.WriteAsync([.. taken.Select(row => ToStatement(row.Key, row.Count))], cancellationToken);
        }
        catch (DbException exception)
        {
            LogKept(exception);
            foreach (var (key, count) in taken)
                _counts.AddOrUpdate(key, count, (_, more) => more + count);
        }
    }

    private static Statement ToStatement((DateOnly On, string Door, Band Band) key, long count) => new(
        """
        INSERT INTO check_counts ("on", door, band, count) VALUES ($1, $2, $3, $4)
        ON CONFLICT ("on", door, band) DO UPDATE SET count = check_counts.count + excluded.count
        """,
        key.On, key.Door, key.Band.ToString(), count);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pace, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await StoreAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is left is stored there.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Counts of checks could not be stored; they are tried again")]
    private partial void LogKept(Exception exception);
}
