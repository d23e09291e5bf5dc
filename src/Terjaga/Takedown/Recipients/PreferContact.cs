using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Recipients;

/// <summary>An officer of Komdigi says by which of its contacts a recipient gets notices from now on.</summary>
/// <remarks>
/// Sending stops with it until an administrator turns it on again: what was allowed was the old address, and nobody may lead
/// orders elsewhere by changing one.
/// </remarks>
public sealed class PreferContact(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid RecipientId, Guid ContactId, string? Reason);

    /// <summary>Fails with <c>access.denied</c>, <c>recipient.unknown</c>, <c>recipient-contact.unknown</c>, or what <see cref="Decision.ParseReason"/> tells.</summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.EditRecipients))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.Recipients.SingleOrDefaultAsync(r => r.Id == input.RecipientId, cancellationToken) is not { } recipient)
            return new Problem("recipient.unknown");
        var contacts = await db.RecipientContacts.Where(c => c.RecipientId == recipient.Id).OrderBy(c => c.Rank).ToListAsync(cancellationToken);
        if (contacts.Find(c => c.Id == input.ContactId) is not { } chosen)
            return new Problem("recipient-contact.unknown");
        if (chosen == contacts[0])
            return Done.Yes;

        var now = clock.GetUtcNow();
        chosen.MoveTo(contacts[0].Rank - 1);
        db.Events.Add(DeskEvent.Record(now, recipient.Id, "recipient.contact-preferred", input.By.Actor, PlainText.Shorten($"{chosen.Channel} {chosen.Address}: {reason}", DeskEvent.MaxReasonLength)));
        if (recipient.IsEnabled)
            db.Events.Add(DeskEvent.Record(now, recipient.Id, "recipient.disabled", input.By.Actor));
        recipient.Use(chosen);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
