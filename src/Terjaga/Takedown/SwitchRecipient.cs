using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>An administrator allows that notices go out to a recipient; whoever keeps recipients may stop them.</summary>
public sealed class SwitchRecipient(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid RecipientId, bool IsEnabled);

    /// <summary>
    /// Holds from the next notice on; to be told the same again changes nothing. Fails with <c>access.denied</c>,
    /// <c>recipient.unknown</c>, <c>recipient.contact-ended</c> or, for a real recipient of a demonstration, <c>order.demo-desk</c>.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.EnableRecipients) && (input.IsEnabled || !input.By.Can(Duty.EditRecipients)))
            return new Problem("access.denied");
        if (await db.Recipients.SingleOrDefaultAsync(r => r.Id == input.RecipientId, cancellationToken) is not { } recipient)
            return new Problem("recipient.unknown");
        if (recipient.IsEnabled == input.IsEnabled)
            return Done.Yes;
        if (input.IsEnabled && await RefuseAsync(recipient, cancellationToken) is { } refusal)
            return refusal;

        recipient.Switch(input.IsEnabled);
        if (input.IsEnabled)
            await SendWaitingAsync(recipient, cancellationToken);
        var kind = input.IsEnabled ? "recipient.enabled" : "recipient.disabled";
        db.Events.Add(DeskEvent.Record(clock.GetUtcNow(), recipient.Id, kind, input.By.Actor));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }

    /// <summary>Letters that were written while it fetched them, or a person brought them, go out by a channel that a machine works.</summary>
    private async Task SendWaitingAsync(Recipient recipient, CancellationToken cancellationToken)
    {
        if (recipient.Channel is not (RecipientChannel.Mail or RecipientChannel.Webhook))
            return;
        var work = db.Work;
        var waiting = await db.Dispatches.AsNoTracking()
            .Where(d => d.RecipientId == recipient.Id && d.ComposedAt != null && d.SentAt == null && !work.Any(w => w.SubjectId == d.Id))
            .OrderBy(d => d.Id).Select(d => new { d.Id, d.Kind }).ToListAsync(cancellationToken);
        foreach (var letter in waiting)
            db.Schedule(WaitingLetters.WorkOf(letter.Kind), letter.Id, clock.GetUtcNow());
    }

    private async Task<Problem?> RefuseAsync(Recipient recipient, CancellationToken cancellationToken)
    {
        if (!recipient.IsTest && await db.IsDemoAsync(cancellationToken))
            return new Problem("order.demo-desk");
        var today = WibTime.Today(clock);
        return await db.RecipientContacts.AnyAsync(
            c => c.RecipientId == recipient.Id && c.Channel == recipient.Channel && c.Address == recipient.Address && c.ValidUntil < today, cancellationToken)
            ? new Problem("recipient.contact-ended")
            : null;
    }
}
