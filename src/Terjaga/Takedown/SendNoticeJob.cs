using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Http;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Privacy;

namespace Terjaga.Takedown;

/// <summary>Sends the notice of a signed order; the clocks start when the recipient's own server has taken it.</summary>
/// <remarks>
/// A crash between sending and storing sends again: a notice that comes twice does no harm, one that never comes does.
/// Both channels carry the order's id, by which the recipient knows the repetition.
/// </remarks>
internal sealed class SendNoticeJob(
    TerjagaDb db, CaptureItem capture, DeskKey desk, AnswerToken tokens, SendMail mail, GuardedClient client, DeskAddress ourselves,
    WatchOptions watch, TimeProvider clock)
    : IWorkHandler
{
    public const string Kind = "send-notice";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        if (order.State != OrderState.Signed)
            return;

        var recipient = await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == order.RecipientId, cancellationToken);
        if (!recipient.IsEnabled)
            throw new InvalidOperationException("recipient.not-enabled: nothing is sent to this recipient.");
        // The proof first: what was ordered must have been seen again since; a notice does not wait for its picture.
        await capture.AgainAsync(order.ItemId, order.DraftedAt, withPicture: false, cancellationToken);
        var basis = await db.LegalBases.AsNoTracking().SingleAsync(l => l.Id == order.LegalBasisId, cancellationToken);
        var notice = await WriteAsync(order, basis, cancellationToken);
        if (recipient.Channel == RecipientChannel.Mail)
            await mail.RunAsync(recipient.Address, notice, cancellationToken);
        else
            await CallAsync(recipient, notice, cancellationToken);

        await db.StartClocksAsync(order, watch, clock.GetUtcNow(), _by, cancellationToken);
    }

    private async Task CallAsync(Recipient recipient, Notice notice, CancellationToken cancellationToken)
    {
        if (!WebAddress.Parse(recipient.Address).TryGet(out var address, out var problem))
            throw new InvalidOperationException($"{problem.Code}: the recipient's address cannot be called.");

        var body = notice.ToJson();
        var headers = WebhookSignature.Headers(
            recipient.OpenSecret(desk), notice.Order.ToString("D"), clock.GetUtcNow(), body);
        var outcome = await client.PostAsync(address, headers, body, "application/json", cancellationToken);
        if (outcome.StatusCode is not (>= 200 and < 300))
            throw new HttpRequestException($"The recipient did not take the notice: {outcome.Code ?? "status"} {outcome.StatusCode}.");
    }

    private async Task<Notice> WriteAsync(Order order, LegalBasis basis, CancellationToken cancellationToken)
    {
        var item = await db.Items.AsNoTracking().SingleAsync(i => i.Id == order.ItemId, cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == order.Id)
            .OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return new Notice(
            order.Id, Notice.OrderType, item.Address.Value, basis.Code, basis.TitleId, basis.TitleEn,
            events.Find(e => e.Kind == OrderEvents.Drafted)?.Reason ?? "", basis.DeadlineSeconds,
            events.Find(e => e.Kind == OrderEvents.Signed)?.At ?? clock.GetUtcNow(),
            ourselves.Page($"/jawab/{tokens.For(order.Id)}"));
    }
}
