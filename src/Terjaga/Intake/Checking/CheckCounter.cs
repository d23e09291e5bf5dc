using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Terjaga.Common.Storage;
using Terjaga.Screening;

namespace Terjaga.Intake.Checking;

/// <summary>Counts checks in memory and adds them to the day's row every few seconds: nobody who asks waits for the disk.</summary>
/// <remarks>A process that is killed loses the counts of these seconds, and nothing else.</remarks>
public sealed class CheckCounter(GroupWriter writer, TimeProvider clock) : BackgroundService
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

    /// <summary>Adds what was counted to the rows of its days.</summary>
    internal async Task StoreAsync(CancellationToken cancellationToken)
    {
        var statements = new List<Statement>();
        foreach (var key in _counts.Keys)
        {
            if (_counts.TryRemove(key, out var count))
            {
                statements.Add(new Statement(
                    """
                    INSERT INTO check_counts ("on", door, band, count) VALUES ($1, $2, $3, $4)
                    ON CONFLICT ("on", door, band) DO UPDATE SET count = check_counts.count + excluded.count
                    """,
                    key.On, key.Door, key.Band.ToString(), count));
            }
        }

        if (statements.Count > 0)
            await writer.WriteAsync(statements, cancellationToken);
    }

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
}
