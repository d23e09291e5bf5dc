using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Campaigns.Indicators;

/// <summary>The contacts by which nobody is linked: those that a person allowed, and those that the desk demoted.</summary>
public sealed class ListContacts(TerjagaDb db)
{
    /// <summary>Most rows shown; the newest first.</summary>
    public const int MaxShown = 200;

    public async Task<IReadOnlyList<ContactRow>> RunAsync(CancellationToken cancellationToken)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.Standing != ContactStanding.Links)
            .OrderByDescending(c => c.Id).Take(MaxShown).ToListAsync(cancellationToken);
        var ids = contacts.ConvertAll(c => c.Id);
        var events = await db.Events.AsNoTracking().Where(e => ids.Contains(e.SubjectId)).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return contacts.ConvertAll(contact =>
        {
            var last = events.FindLast(e => e.SubjectId == contact.Id);
            return new ContactRow(contact.Key, contact.Standing, contact.JoinedCount, last?.At ?? contact.FirstSeenAt, last?.Actor.Value ?? "", last?.Reason);
        });
    }
}
