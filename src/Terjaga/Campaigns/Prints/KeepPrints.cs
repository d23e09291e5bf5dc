using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Terjaga.Campaigns.Prints;

/// <summary>Keeps the index of this process young, so that a new print is found within a second on every node, and nobody waits for the first load.</summary>
internal sealed partial class KeepPrints(PrintIndex index, IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepPrints> logger) : BackgroundService
{
    /// <summary>Between two looks: a new print may take a second until it is found.</summary>
    private static readonly TimeSpan _every = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(_every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (index.IsOpen && !stoppingToken.IsCancellationRequested)
                await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await index.RefreshAsync(scope.ServiceProvider.GetRequiredService<TerjagaDb>(), stoppingToken);
            await Task.Run(index.Merge, stoppingToken);
        }
        catch (DbException exception)
        {
            // The database is away: what is in memory still answers, and the next look is soon.
            LogNotRead(exception);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The desk stops; what is in memory goes with it.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The new prints could not be read")]
    private partial void LogNotRead(Exception exception);
}
