using Terjaga.Casework.Queues;

namespace Terjaga.App.Casework;

/// <summary>Whether queues changed, asked of the database at most once a second for all who have one open in this process.</summary>
internal sealed class QueueNews(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Between two looks: a person does not read faster.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private string _number = "";
    private long? _lookedAt;

    /// <summary>See <see cref="QueueNumber"/>; up to a second old.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_lookedAt is { } at && clock.GetElapsedTime(at) < Pace)
                return _number;
            await using var scope = scopes.CreateAsyncScope();
            _number = await scope.ServiceProvider.GetRequiredService<QueueNumber>().ReadAsync(cancellationToken);
            _lookedAt = clock.GetTimestamp();
            return _number;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
