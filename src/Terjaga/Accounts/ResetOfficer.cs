using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts.Factors;
using Terjaga.Accounts.SignOn;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>
/// An administrator helps an officer who lost phone or password: at once nothing old opens the account, and a link, as an
/// invitation has it, lets the officer come back.
/// </summary>
public sealed class ResetOfficer(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Fails with <c>access.denied</c>, <c>officer.unknown</c>, <c>officer.is-yourself</c> or <c>officer.is-disabled</c>.</summary>
    public async Task<Result<InviteOfficer.Link>> RunAsync(Acting by, Guid officerId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        if (by.OfficerId == officerId)
            return new Problem("officer.is-yourself");
        if (await db.Officers.SingleOrDefaultAsync(o => o.Id == officerId, cancellationToken) is not { } officer)
            return new Problem("officer.unknown");
        if (officer.DisabledAt is not null)
            return new Problem("officer.is-disabled");

        var now = clock.GetUtcNow();
        officer.Reset(now);
        db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.OfficerId == officerId).ToListAsync(cancellationToken));
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.OfficerId == officerId).ToListAsync(cancellationToken));
        db.SignOns.RemoveRange(await db.SignOns.Where(b => b.OfficerId == officerId).ToListAsync(cancellationToken));
        foreach (var older in await db.OpenInvitations(now).Where(i => i.OfficerId == officerId).ToListAsync(cancellationToken))
            older.Withdraw(now);
        var (invitation, token) = Invitation.Return(now, InviteOfficer.Validity, officer);
        db.Invitations.Add(invitation);
        db.Events.Add(DeskEvent.Record(now, officerId, AccountEvents.Reset, by.Actor));
        return (await db.SaveAndEndAsync(officerId, null, now, cancellationToken)).TryGet(out _, out var problem)
            ? new InviteOfficer.Link(token)
            : problem;
    }
}
