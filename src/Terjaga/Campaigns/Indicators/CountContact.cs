using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Campaigns.Indicators;

/// <summary>Counts that a contact alone linked two groups of offers, and demotes it when it links too many.</summary>
internal sealed class CountContact(TerjagaDb db, TimeProvider clock)
{
    private static readonly Actor _by = Actor.Machine("count-contact");

    /// <summary>Changes tracked things. True where the contact links nobody from now on.</summary>
    public async Task<bool> RunAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Key == key, cancellationToken) ?? db.Contacts.Add(Contact.See(key, now)).Entity;
        if (contact.Join(now, _by) is not { } demoted)
            return false;
        db.Events.Add(demoted);
        return true;
    }
}
