using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Evidence;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Recipients.Finding;
using Terjaga.Takedown.Replies;
using Terjaga.Takedown.Truth;

namespace Terjaga.Takedown.Escalation;

/// <summary>Reads what the desk knows of the orders of one case to one recipient.</summary>
internal sealed class GatherEscalation(TerjagaDb db, LadderSteps ladder)
{
    /// <summary>Most orders, looks, answers and hosts that one package lists; the list of each is one part, held in memory while it is written.</summary>
    public const int MaxOrders = 5_000, MaxLooks = 20_000, MaxAnswers = 500, MaxHosts = 100;

    /// <param name="Id">The mail that is to be opened; null for what was none.</param>
    internal sealed record Reply(Guid Id, AnswerLine Line);

    /// <summary>Those that were signed, oldest first.</summary>
    public IQueryable<Order> OrdersOf(Guid caseFileId, Guid recipientId) =>
        db.Orders.AsNoTracking().Where(o => o.CaseFileId == caseFileId && o.RecipientId == recipientId && o.State != OrderState.Drafted && o.DispatchId != null);

    public async Task<List<OrderLine>> OrdersAsync(Guid caseFileId, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var some = orders.OrderBy(o => o.Id).Take(MaxOrders);
        var clocks = (await ReadOrderClocks.OfAsync(db, caseFileId, some, cancellationToken)).ToDictionary(c => c.OrderId);
        var rows = await (
            from order in some
            join basis in db.LegalBases.AsNoTracking() on order.LegalBasisId equals basis.Id
            join letter in db.Dispatches.AsNoTracking() on order.DispatchId equals letter.Id
            orderby order.Id
            select new { order, basis.Code, basis.TitleId, basis.TitleEn, letter }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new OrderLine(
            r.order.Id, r.order.ItemId, clocks[r.order.Id].Address, r.letter.Number, r.Code, r.TitleId, r.TitleEn, r.order.State, clocks[r.order.Id].ReportedAt,
            clocks[r.order.Id].DecidedAt, r.order.DraftedAt, r.letter.SignedAt, r.order.SentAt, r.order.DeadlineAt, r.order.AcknowledgedAt, r.order.LateAt,
            r.order.SeenGoneAt, r.order.ConfirmedGoneAt, r.order.LastGoneAt, r.order.CameBackAt, r.order.LastSeen, r.order.LastLookAt));
    }

    public Task<List<Dispatch>> LettersAsync(Guid caseFileId, Guid recipientId, CancellationToken cancellationToken) => db.Dispatches.AsNoTracking()
        .Where(d => d.CaseFileId == caseFileId && d.RecipientId == recipientId).OrderBy(d => d.Id).ToListAsync(cancellationToken);

    /// <summary>Oldest first. The words of a person are in it where that person is the recipient's, and nobody else's.</summary>
    public async Task<List<Reply>> AnswersAsync(Guid recipientId, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var by = Actor.Recipient(recipientId);
        var said = await db.Events.AsNoTracking().Where(e => orders.Any(o => o.Id == e.SubjectId) && e.Actor == by)
            .OrderByDescending(e => e.Id).Take(MaxAnswers).Select(e => new { e.Id, e.At, e.SubjectId, e.Kind, e.Reason }).ToListAsync(cancellationToken);
        var mails = await db.OrderReplies.AsNoTracking().Where(r => orders.Any(o => o.Id == r.OrderId)).OrderByDescending(r => r.Id).Take(MaxAnswers)
            .Select(r => new { r.Id, r.OrderId, r.TakenAt, r.Kind, r.Said, r.Reason, r.Status, r.SenderDomain, r.IsProven, r.IsShortened }).ToListAsync(cancellationToken);
        return
        [
            .. said.Select(e => new Reply(Guid.Empty, new AnswerLine(e.At, e.SubjectId, e.Kind, e.Reason, null, null, true, false, null)))
                .Concat(mails.Select(m => new Reply(m.Id, new AnswerLine(
                    m.TakenAt, m.OrderId, $"mail:{m.Kind}", m.Reason?.ToString() ?? $"{m.Said}", m.Status, m.SenderDomain, m.IsProven, m.IsShortened, null))))
                .OrderBy(reply => reply.Line.At).ThenBy(reply => reply.Id),
        ];
    }

    /// <summary>The mail as it came, opened.</summary>
    public async Task<byte[]> MailAsync(Guid id, Terjaga.Privacy.DeskKey desk, CancellationToken cancellationToken)
    {
        var reply = await db.OrderReplies.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.WrappedKey, r.SealedMail }).SingleAsync(cancellationToken);
        return OrderReply.Open(desk, id, reply.WrappedKey, reply.SealedMail);
    }

    public async Task<List<StepLine>> StepsAsync(Guid caseFileId, Guid recipientId, CancellationToken cancellationToken)
    {
        var steps = await (
            from step in db.OrderSteps.AsNoTracking()
            join letter in db.Dispatches.AsNoTracking() on step.DispatchId equals (Guid?)letter.Id into letters
            from letter in letters.DefaultIfEmpty()
            where step.CaseFileId == caseFileId && step.RecipientId == recipientId
            orderby step.Id
            select new { step, letter }).Take(MaxOrders).ToListAsync(cancellationToken);
        return steps.ConvertAll(s => new StepLine(
            s.step.Code, ladder.Find(s.step.Code)?.TitleId ?? "", ladder.Find(s.step.Code)?.TitleEn ?? "", ladder.Find(s.step.Code)?.Source ?? "", s.step.OrderId,
            s.step.PreparedAt, s.step.ReleasedAt, s.letter?.Number, s.step.SentAt));
    }

    /// <summary>All looks at the places, the newest first.</summary>
    public async Task<List<LookLine>> LooksAsync(IQueryable<Order> orders, CancellationToken cancellationToken) => await (
        from look in db.Captures.AsNoTracking()
        join item in db.Items.AsNoTracking() on look.ItemId equals item.Id
        where orders.Any(o => o.ItemId == look.ItemId)
        orderby look.Id descending
        select new LookLine(look.Id, item.Address.Value, look.At, look.Occasion, look.State, look.StatusCode, look.Code, look.WarcSha256))
        .Take(MaxLooks).ToListAsync(cancellationToken);

    /// <summary>The looks whose bytes prove something: those before the order, and those that saw it gone; oldest first.</summary>
    public async Task<List<Capture>> ProofsAsync(IQueryable<Order> orders, int most, CancellationToken cancellationToken) => await db.Captures.AsNoTracking()
        .Where(c => orders.Any(o => o.ItemId == c.ItemId) && c.WarcSha256 != null && (c.Occasion != CaptureOccasion.Watch || c.State == ItemState.Gone))
        .OrderBy(c => c.Id).Take(most).ToListAsync(cancellationToken);

    public async Task<List<ContactLine>> ContactsAsync(Guid recipientId, CancellationToken cancellationToken) => await db.RecipientContacts.AsNoTracking()
        .Where(c => c.RecipientId == recipientId).OrderBy(c => c.Rank).ThenBy(c => c.Id)
        .Select(c => new ContactLine(c.Channel, c.Address, c.Rank, c.Source, c.SeenOn, c.ValidUntil, c.AddedAt)).ToListAsync(cancellationToken);

    public async Task<List<SearchLine>> SearchesAsync(IReadOnlyCollection<string> hosts, CancellationToken cancellationToken)
    {
        var searches = await db.ContactSearches.AsNoTracking().Where(s => hosts.Contains(s.Host)).OrderBy(s => s.Host).Take(MaxHosts).ToListAsync(cancellationToken);
        return searches.ConvertAll(s =>
        {
            var findings = ContactFindings.FromJson(s.Findings);
            return new SearchLine(s.Host, s.AskedAt, findings.Found, findings.Missed);
        });
    }
}
