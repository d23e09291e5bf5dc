using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Recipients;

/// <summary>An officer of Komdigi writes down a further way to reach a recipient. Notices go on by the first one.</summary>
public sealed class SaveContact(TerjagaDb db, DeskKey desk, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid RecipientId, ContactTyped Contact);

    public sealed record Saved(Guid Id);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>recipient.unknown</c>, <c>recipient.test-mixed</c>, <c>contact.taken</c>, or what
    /// the reading of the contact tells: <c>recipient.address-invalid</c> and its like.
    /// </summary>
    public async Task<Result<Saved>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.EditRecipients))
            return new Problem("access.denied");
        if (await db.Recipients.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.RecipientId, cancellationToken) is not { } recipient)
            return new Problem("recipient.unknown");
        if (!Contact.Read(input.Contact).TryGet(out var contact, out var problem))
            return problem;
        if (contact.Host is { } host && FictionalHost.Is(host) != recipient.IsTest)
            return new Problem("recipient.test-mixed");
        if (await db.RecipientContacts.AnyAsync(c => c.RecipientId == recipient.Id && c.Channel == contact.Channel && c.Address == contact.Address, cancellationToken))
            return new Problem("contact.taken");

        var now = clock.GetUtcNow();
        var last = await db.RecipientContacts.Where(c => c.RecipientId == recipient.Id).MaxAsync(c => (int?)c.Rank, cancellationToken) ?? 0;
        var added = db.RecipientContacts.Add(RecipientContact.Add(recipient.Id, last + 1, contact, desk, now)).Entity;
        db.Events.Add(DeskEvent.Record(now, recipient.Id, "recipient.contact-added", input.By.Actor, $"{contact.Channel} {contact.Address}"));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.RecipientContacts.AsNoTracking().Any(c => c.RecipientId == recipient.Id && c.Channel == contact.Channel && c.Address == contact.Address))
        {
            return new Problem("contact.taken");
        }

        return new Saved(added.Id);
    }
}
