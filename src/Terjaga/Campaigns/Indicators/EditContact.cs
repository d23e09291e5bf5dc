using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Campaigns.Indicators;

/// <summary>An officer says whether offers are linked by a contact: allows a victim's number or a hotline, or lets a demoted one link again.</summary>
/// <remarks>Whose duty it is, the caller asks: this area knows no officers.</remarks>
public sealed class EditContact(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Fails with <c>indicator.invalid</c> or <c>indicator.changed</c> (a colleague was faster).</summary>
    internal async Task<Result<Done>> RunAsync(Actor by, string? typed, ContactStanding standing, string reason, CancellationToken cancellationToken)
    {
        if (typed?.Trim() is not { Length: > 0 and <= Screening.Linking.Contacts.MaxLength } key || !Screening.Linking.Contacts.IsContact(key) || standing == ContactStanding.Demoted)
            return new Problem("indicator.invalid");
        var now = clock.GetUtcNow();
        var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Key == key, cancellationToken) ?? db.Contacts.Add(Contact.See(key, now)).Entity;
        db.Events.Add(contact.Become(standing, now, by, reason));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            return new Problem("indicator.changed");
        }
    }
}
