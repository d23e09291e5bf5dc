using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>An administrator ends what an officer may do, at once.</summary>
public sealed class DisableOfficer(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Fails with <c>access.denied</c>, <c>officer.unknown</c> or <c>officer.is-yourself</c>.</summary>
    public async Task<Result<Done>> RunAsync(Acting by, Guid officerId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        if (by.OfficerId == officerId)
            return new Problem("officer.is-yourself");
        if (await db.Officers.SingleOrDefaultAsync(o => o.Id == officerId, cancellationToken) is not { } officer)
            return new Problem("officer.unknown");

        var now = clock.GetUtcNow();
        officer.Disable(now);
        db.Events.Add(DeskEvent.Record(now, officer.Id, AccountEvents.Disabled, by.Actor));
        return await db.SaveAndEndAsync(officer.Id, null, now, cancellationToken);
    }
}
