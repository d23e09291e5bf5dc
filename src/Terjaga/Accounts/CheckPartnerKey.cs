using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>Tells whether a partner's key is good now.</summary>
public sealed class CheckPartnerKey(TerjagaDb db, KnownPartnerKeys known, TimeProvider clock)
{
    /// <param name="Hash">Stands for the partner in a limit of rate.</param>
    public sealed record Partner(string Hash);

    /// <summary>Fails with <c>session.key-unknown</c>.</summary>
    public async Task<Result<Partner>> RunAsync(string key, CancellationToken cancellationToken)
    {
        var (hash, now) = (PartnerKey.HashOf(key), clock.GetUtcNow());
        if (known.IsFresh(hash, now))
            return new Partner(hash);
        if (!await db.PartnerKeys.AnyAsync(k => k.Hash == hash && k.RevokedAt == null, cancellationToken))
        {
            known.Forget(hash);
            return new Problem("session.key-unknown");
        }

        known.Keep(hash, now);
        return new Partner(hash);
    }
}
