using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts.SignOn;

/// <summary>An officer comes in by the sign-in of their own ministry. It makes no account: who is not bound stays outside.</summary>
public sealed class SignInBySignOn(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Fails with <c>signin.failed</c>: unknown there or here, of another organisation, resting or closed.</summary>
    public async Task<Result<Acting>> RunAsync(SignOnName name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var officer = await db.SignOns.AsNoTracking()
            .Where(b => b.Issuer == name.Issuer && b.Subject == name.Subject && b.Ministry == name.Ministry)
            .Join(db.Officers.Where(o => o.DisabledAt == null), b => b.OfficerId, o => o.Id, (_, o) => o)
            .SingleOrDefaultAsync(cancellationToken);
        return officer is null || officer.Ministry != name.Ministry || officer.LockoutEnd > now ? new Problem("signin.failed") : officer.ToActing();
    }
}
