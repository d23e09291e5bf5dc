using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>Whether somebody who signed in a while ago may still act, and as what. Asked at every request: one look by key.</summary>
public sealed class CheckSession(TerjagaDb db, AccountsOptions options, TimeProvider clock)
{
    /// <summary>A busy officer's last request is written at most so often.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <param name="NeedsFactor">True where nothing opens but the officer's own account, until a second factor is set up.</param>
    public sealed record Open(Guid SessionId, Acting Officer, bool NeedsFactor);

    /// <summary>Null if the session is over, was ended, or its officer is closed.</summary>
    /// <param name="isUsed">False where a page asks by itself: an open page keeps nobody signed in.</param>
    public async Task<Open?> RunAsync(Guid sessionId, bool isUsed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await db.OpenSessions(now).AsNoTracking().Where(s => s.Id == sessionId)
            .Join(db.Officers.Where(o => o.DisabledAt == null), s => s.OfficerId, o => o.Id, (s, o) => new { Session = s, Officer = o })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        if (isUsed && now - found.Session.SeenAt >= Grain)
            await SeeAsync(sessionId, now, cancellationToken);
        return new Open(
            sessionId, found.Officer.ToActing(), options.SecondFactor == SecondFactor.Required && found.Session.Proof == Proof.Password);
    }

    private Task SeeAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) => db.TogetherAsync(
        () => db.Sessions.Where(s => s.Id == sessionId && s.SeenAt < now)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), cancellationToken),
        cancellationToken);
}
