using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Takedown;

/// <summary>An officer of Komdigi allows that notices go out to a recipient, or stops them.</summary>
public sealed class SwitchRecipient(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid RecipientId, bool IsEnabled);

    /// <summary>
    /// Holds from the next notice on; to be told the same again changes nothing. Fails with <c>access.denied</c> or
    /// <c>recipient.unknown</c>.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.EditRecipients))
            return new Problem("access.denied");
        if (await db.Recipients.SingleOrDefaultAsync(r => r.Id == input.RecipientId, cancellationToken) is not { } recipient)
            return new Problem("recipient.unknown");
        if (recipient.IsEnabled == input.IsEnabled)
            return Done.Yes;

        recipient.Switch(input.IsEnabled);
        var kind = input.IsEnabled ? "recipient.enabled" : "recipient.disabled";
        db.Events.Add(DeskEvent.Record(clock.GetUtcNow(), recipient.Id, kind, input.By.Actor));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
