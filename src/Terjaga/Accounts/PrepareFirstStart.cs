using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>Gives a new desk its one way in: a link, for a day, by which the first administrator joins.</summary>
public sealed class PrepareFirstStart(TerjagaDb db, TimeProvider clock)
{
    /// <summary>How long the first link may be used; a later start gives a new one.</summary>
    private static readonly TimeSpan _validity = TimeSpan.FromHours(24);

    /// <summary>
    /// The token of the link, or null where an officer or an open link exists. What is lost is replaced by the next
    /// start after it has expired.
    /// </summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isOpen = await db.OpenInvitations(now).AnyAsync(cancellationToken);
        if (isOpen || await db.Officers.AnyAsync(cancellationToken))
            return null;

        var (invitation, token) = Invitation.Issue(
            now, _validity, "admin", "Administrator", Ministry.Komdigi, Role.Administrator);
        db.Invitations.Add(invitation);
        db.Events.Add(DeskEvent.Record(now, invitation.Id, AccountEvents.Invited, Actor.Machine("first-start")));
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }
}
