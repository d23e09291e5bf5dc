using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Evidence.Custody;

/// <summary>Signs and keeps the head of the log as it is now, unless that was just done.</summary>
public sealed class SignHead(IServiceScopeFactory scopes, CustodyKey key, TimeProvider clock)
{
    /// <summary>How long a head of a log that does not grow stands before it is said anew: whoever looks sees that we live.</summary>
    private static readonly TimeSpan _stands = TimeSpan.FromHours(1);

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        await db.InLogAsync(log => SignAsync(db, log, cancellationToken), cancellationToken);
    }

    private async Task SignAsync(TerjagaDb db, CustodyLog log, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.FindNewestHeadAsync(cancellationToken) is { } newest && newest.Size == log.Size && now - newest.At < _stands)
            return;
        log.KeepKey(key.PublicKey);
        var whole = new LeafRange(0, log.Size);
        var tiles = await db.ReadTilesAsync(log.Size, [whole], cancellationToken);
        db.TreeHeads.Add(TreeHead.Sign(now, log.Size, tiles.HashOf(whole), key));
    }
}
