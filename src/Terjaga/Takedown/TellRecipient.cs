using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Http;
using Terjaga.Evidence;
using Terjaga.Privacy;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>Brings a notice about an order to its recipient, by the channel that the recipient takes.</summary>
internal sealed class TellRecipient(
    TerjagaDb db, DeskKey desk, AnswerToken tokens, SendMail mail, GuardedClient client, DeskAddress ourselves, TimeProvider clock)
{
    /// <summary>Returns once the recipient's own server has taken it. Throws what the server or the network says.</summary>
    /// <param name="type">A kind of <see cref="Notice"/>.</param>
    public async Task RunAsync(Order order, string type, CancellationToken cancellationToken)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == order.RecipientId, cancellationToken);
        if (!recipient.IsEnabled)
            throw new InvalidOperationException("recipient.not-enabled: nothing is sent to this recipient.");
        var notice = await WriteAsync(order, type, cancellationToken);
        if (OrderFence.Refuse(recipient.IsTest, new Uri(notice.Url).IdnHost, await db.IsDemoAsync(cancellationToken)) is { } fence)
            throw new InvalidOperationException($"{fence.Code}: an invented order and a real recipient, or the other way round.");
        if (recipient.Channel == RecipientChannel.Mail)
            await mail.RunAsync(recipient.Address, notice, cancellationToken);
        else if (recipient.Channel == RecipientChannel.Webhook)
            await CallAsync(recipient, notice, cancellationToken);
        else
            throw new InvalidOperationException("recipient.channel-by-hand: no machine sends by this channel.");
    }

    private async Task<Notice> WriteAsync(Order order, string type, CancellationToken cancellationToken)
    {
        var basis = await db.LegalBases.AsNoTracking().SingleAsync(l => l.Id == order.LegalBasisId, cancellationToken);
        var item = await db.Items.AsNoTracking().SingleAsync(i => i.Id == order.ItemId, cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == order.Id)
            .OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var notice = new Notice(
            order.Id, type, item.Address.Value, basis.Code, basis.TitleId, basis.TitleEn,
            events.Find(e => e.Kind == OrderEvents.Drafted)?.Reason ?? "", basis.DeadlineSeconds,
            events.Find(e => e.Kind == OrderEvents.Signed)?.At ?? clock.GetUtcNow(),
            ourselves.Page($"/jawab/{tokens.For(order.Id)}"));
        return type == Notice.WithdrawalType
            ? notice with { Reason = "", WithdrawnAt = events.Find(e => e.Kind == OrderEvents.Withdrawn)?.At ?? clock.GetUtcNow() }
            : notice;
    }

    private async Task CallAsync(Recipient recipient, Notice notice, CancellationToken cancellationToken)
    {
        if (!WebAddress.Parse(recipient.Address).TryGet(out var address, out var problem))
            throw new InvalidOperationException($"{problem.Code}: the recipient's address cannot be called.");

        var body = notice.ToJson();
        var headers = WebhookSignature.Headers(recipient.OpenSecret(desk), notice.Identity, clock.GetUtcNow(), body);
        var outcome = await client.PostAsync(address, headers, body, "application/json", cancellationToken);
        if (outcome.StatusCode is not (>= 200 and < 300))
            throw new HttpRequestException($"The recipient did not take the notice: {outcome.Code ?? "status"} {outcome.StatusCode}.");
    }
}
