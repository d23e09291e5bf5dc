using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>Whether somebody who signed in a while ago may still act, and as what.</summary>
public sealed class CheckOfficer(TerjagaDb db)
{
    /// <summary>Null if the officer is unknown or disabled.</summary>
    public async Task<Acting?> RunAsync(Guid officerId, CancellationToken cancellationToken) =>
        (await db.Officers.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == officerId && o.DisabledAt == null, cancellationToken))?.ToActing();
}
