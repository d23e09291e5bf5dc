using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>The invitations that are open, for the administrator, who may take one back.</summary>
public sealed class EditInvitations(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most invitations on a list.</summary>
    private const int MaxRows = 200;

    /// <param name="IsReturn">True for an officer who lost what opened their account.</param>
    public sealed record Row(
        Guid Id, string SignInName, string DisplayName, Ministry Ministry, Role Role, DateTimeOffset ExpiresAt, bool IsReturn);

    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken cancellationToken) =>
        await db.OpenInvitations(clock.GetUtcNow()).AsNoTracking().OrderByDescending(i => i.Id).Take(MaxRows)
            .Select(i => new Row(i.Id, i.SignInName, i.DisplayName, i.Ministry, i.Role, i.ExpiresAt, i.OfficerId != null))
            .ToListAsync(cancellationToken);

    /// <summary>Fails with <c>access.denied</c> or <c>invitation.unknown</c>, also for one that was used or is over.</summary>
    public async Task<Result<Done>> WithdrawAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        var now = clock.GetUtcNow();
        if (await db.OpenInvitations(now).SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } invitation)
            return new Problem("invitation.unknown");
        invitation.Withdraw(now);
        db.Events.Add(DeskEvent.Record(now, invitation.Id, AccountEvents.InvitationWithdrawn, by.Actor));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("invitation.unknown");
        }
    }
}
