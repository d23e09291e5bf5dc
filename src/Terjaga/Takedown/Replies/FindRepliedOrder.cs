using Microsoft.EntityFrameworkCore;
using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Replies;

/// <summary>Finds the order that a mail is about.</summary>
public sealed class FindRepliedOrder(TerjagaDb db, ReplyAddress addresses, MailOptions mail)
{
    /// <param name="IsProven">Whether the signed address named it, which only its recipient was told.</param>
    internal sealed record Found(Order Order, bool IsProven);

    /// <summary>By the signed address first, then by what it answers or brings back; null for a mail to no order.</summary>
    internal async Task<Found?> RunAsync(MailReading reading, CancellationToken cancellationToken)
    {
        foreach (var id in reading.SentTo.Select(addresses.Read).OfType<Guid>())
        {
            if (await OneAsync(id, cancellationToken) is { } order)
                return new(order, IsProven: true);
        }

        var domain = MailboxAddress.Parse(mail.From).Domain;
        foreach (var id in reading.ReferredIds.Select(name => OwnMessageId.Read(name, domain)).OfType<Guid>())
        {
            if (await OneAsync(id, cancellationToken) is { } order)
                return new(order, IsProven: false);
        }

        return null;
    }

    /// <summary>What answers a letter stands at the first of its orders; an order that was never sent has nothing to be answered.</summary>
    /// <param name="id">Of a letter; of an order in mails that earlier versions sent.</param>
    private async Task<Order?> OneAsync(Guid id, CancellationToken cancellationToken)
    {
        var letter = await db.Dispatches.AsNoTracking().Where(d => d.Id == id).Select(d => d.OfId ?? d.Id).SingleOrDefaultAsync(cancellationToken);
        return await db.Orders.AsNoTracking().Where(o => (o.Id == id || o.DispatchId == letter) && o.State != OrderState.Drafted)
            .OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
