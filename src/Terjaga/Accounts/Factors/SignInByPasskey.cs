using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts.Factors;

/// <summary>An officer comes in by a passkey whose answer was found right.</summary>
public sealed class SignInByPasskey(TerjagaDb db, TimeProvider clock)
{
    /// <param name="askedAt">When the desk asked the device: an answer older than the last use was used already.</param>
    /// <param name="used">The passkey after this use.</param>
    /// <returns>Fails with <c>signin.failed</c>, also for an account that is closed or rests.</returns>
    public async Task<Result<Acting>> RunAsync(
        Guid officerId, UserPasskeyInfo used, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var officer = await db.Officers.SingleOrDefaultAsync(o => o.Id == officerId && o.DisabledAt == null, cancellationToken);
        var passkey = await db.Passkeys.SingleOrDefaultAsync(
            p => p.OfficerId == officerId && p.CredentialId == used.CredentialId, cancellationToken);
        if (officer is null || passkey is null || officer.LockoutEnd > now || passkey.UsedAt >= askedAt)
            return new Problem("signin.failed");
        passkey.Use(used, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return officer.ToActing();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("signin.failed");
        }
    }
}
