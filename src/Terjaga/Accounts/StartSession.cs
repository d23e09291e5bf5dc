using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>Begins the session of an officer who proved who they are.</summary>
public sealed class StartSession(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Sessions that are over stay on the officer's list for so long.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <summary>Gives the id that the cookie carries.</summary>
    public async Task<Guid> RunAsync(Acting officer, Proof proof, SessionOrigin origin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (session, before) = (Session.Begin(officer.OfficerId, proof, origin, now), now - _kept);
        db.Sessions.Add(session);
        await db.TogetherAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                await db.Sessions.Where(s => s.OfficerId == officer.OfficerId && s.EndsAt < before).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        return session.Id;
    }
}
