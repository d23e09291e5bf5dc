using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Http;
using Terjaga.Common.Work;
using Terjaga.Privacy;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>Brings a letter to its recipient, by the channel that the recipient takes.</summary>
internal sealed class TellRecipient(TerjagaDb db, DeskKey desk, WriteNotice write, SendMail mail, GuardedClient client, TimeProvider clock)
{
    /// <summary>
    /// True once the recipient's own server has taken it; false where it waits, because the recipient fetches its letters or a person
    /// brings them. Throws what the server or the network says.
    /// </summary>
    public async Task<bool> RunAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == dispatch.RecipientId, cancellationToken);
        if (!recipient.IsEnabled)
            throw new InvalidOperationException("recipient.not-enabled: nothing is sent to this recipient.");
        var notice = await write.OfAsync(dispatch, forRecipient: true, cancellationToken);
        var isDemo = await db.IsDemoAsync(cancellationToken);
        if (notice.Orders.Select(o => OrderFence.Refuse(recipient.IsTest, new Uri(o.Url).IdnHost, isDemo)).FirstOrDefault(fence => fence is not null) is { } refused)
            throw new InvalidOperationException($"{refused.Code}: an invented order and a real recipient, or the other way round.");
        if (recipient.Channel == RecipientChannel.Mail)
            dispatch.Deliver(await mail.RunAsync(recipient.Address, notice, cancellationToken));
        else if (recipient.Channel == RecipientChannel.Webhook)
            dispatch.Deliver(await CallAsync(recipient, notice, cancellationToken));
        else
            return false;
        return true;
    }

    private async Task<Delivery> CallAsync(Recipient recipient, Notice notice, CancellationToken cancellationToken)
    {
        if (!WebAddress.Parse(recipient.Address).TryGet(out var address, out var problem))
            throw new InvalidOperationException($"{problem.Code}: the recipient's address cannot be called.");

        var body = NoticeBody.ToJson(notice);
        var headers = WebhookSignature.Headers(recipient.OpenSecret(desk), notice.Identity, clock.GetUtcNow(), body);
        var outcome = await client.PostAsync(address, headers, body, "application/json", cancellationToken);
        if (outcome.StatusCode is >= 200 and < 300)
            return Delivery.Of(RecipientChannel.Webhook, recipient.Address, notice.Identity, $"HTTP {outcome.StatusCode}", body);
        var said = $"The recipient did not take the notice: {outcome.Code ?? "status"} {outcome.StatusCode}.";
        throw RetryAfter.Of(outcome.Exchanges[^1], clock.GetUtcNow()) is { } wait ? new AskedToWaitException(said, wait) : new HttpRequestException(said);
    }
}
