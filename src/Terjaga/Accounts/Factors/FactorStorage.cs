using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts.Factors;

/// <summary>What a change of factors has in common.</summary>
internal static class FactorStorage
{
    extension(TerjagaDb db)
    {
        public async Task<bool> HasFactorAsync(Officer officer, CancellationToken cancellationToken) =>
            officer.HasCodes | await db.Passkeys.AnyAsync(p => p.OfficerId == officer.Id, cancellationToken);

        /// <summary>Stores a factor that was just proven: the session that asks rises to it, all others of the officer end.</summary>
        public Task SaveFactorAsync(Guid officerId, Guid sessionId, Proof proof, DateTimeOffset now, CancellationToken cancellationToken) =>
            db.TogetherAsync(
                async () =>
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await db.EndSessionsAsync(officerId, sessionId, now, cancellationToken);
                    await db.Sessions.Where(s => s.Id == sessionId && s.OfficerId == officerId)
                        .ExecuteUpdateAsync(s => s.SetProperty(x => x.Proof, proof), cancellationToken);
                },
                cancellationToken);
    }
}
