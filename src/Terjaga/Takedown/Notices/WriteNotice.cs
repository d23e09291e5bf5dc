using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence;
using Terjaga.Takedown.Ladder;

namespace Terjaga.Takedown.Notices;

/// <summary>Gathers the facts of a letter: stored facts and stored times only, so that it says the same each time.</summary>
internal sealed class WriteNotice(TerjagaDb db, ContentClasses classes, LadderSteps ladder, AnswerToken tokens, DeskAddress ourselves, TimeProvider clock)
{
    /// <summary>Most captures named for one address; the newest are.</summary>
    public const int MaxCaptures = 6;

    /// <summary>What a letter stands on, whether it is signed or not.</summary>
    private sealed record Standing(Guid RecipientId, Guid LegalBasisId, string? ContentClass, string? UrgencyGround, string Reason);

    /// <param name="forRecipient">Whether it carries the links by which the recipient answers.</param>
    public async Task<Notice> OfAsync(Dispatch dispatch, bool forRecipient, CancellationToken cancellationToken)
    {
        var steps = db.OrderSteps;
        var orders = dispatch.Kind switch
        {
            DispatchKind.Order => db.Orders.Where(o => o.DispatchId == dispatch.Id && !o.IsLeftOut),
            DispatchKind.Warning => db.Orders.Where(o => steps.Any(s => s.OrderId == o.Id && s.DispatchId == dispatch.Id)),
            _ => db.Orders.Where(o => o.WithdrawalId == dispatch.Id),
        };
        var standing = new Standing(dispatch.RecipientId, dispatch.LegalBasisId, dispatch.ContentClass, dispatch.UrgencyGround, dispatch.Reason);
        var notice = await WriteAsync(standing, orders, dispatch.ComposedAt ?? clock.GetUtcNow(), forRecipient && dispatch.Kind != DispatchKind.Withdrawal, cancellationToken);
        var signed = notice with { Dispatch = dispatch.Id, Number = dispatch.Number, SignedAt = dispatch.SignedAt };
        if (dispatch.Kind == DispatchKind.Order)
            return signed;
        var about = await db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == dispatch.OfId, cancellationToken);
        if (dispatch.Kind == DispatchKind.Withdrawal)
            return signed with { Type = Notice.WithdrawalType, Withdraws = new NoticeWithdrawal(about.Id, about.Number, dispatch.LetterAt) };
        var step = ladder.Find(dispatch.StepCode) ?? throw new InvalidOperationException($"{dispatch.StepCode} is no step of the ladder.");
        return signed with
        {
            Type = Notice.WarningType,
            Warns = new NoticeWarning(about.Id, about.Number, about.SignedAt, step),
            Basis = signed.Basis with { Deadline = step.Deadline(dispatch.UrgencyGround is not null) ?? signed.Basis.Deadline },
        };
    }

    /// <summary>As it would go out if it were signed now, with at most as many addresses as one letter has.</summary>
    public async Task<Notice> OfDraftAsync(Order order, string reason, CancellationToken cancellationToken)
    {
        var orders = db.Orders.Where(o => o.CaseFileId == order.CaseFileId && o.State == OrderState.Drafted && o.RecipientId == order.RecipientId
            && o.LegalBasisId == order.LegalBasisId && o.DraftedAt == order.DraftedAt && o.DraftedBy == order.DraftedBy);
        var standing = new Standing(order.RecipientId, order.LegalBasisId, order.ContentClass, order.UrgencyGround, reason);
        return await WriteAsync(standing, orders, clock.GetUtcNow(), withAnswers: false, cancellationToken) with { Dispatch = order.Id };
    }

    private async Task<Notice> WriteAsync(
        Standing standing, IQueryable<Order> orders, DateTimeOffset at, bool withAnswers, CancellationToken cancellationToken)
    {
        var recipient = await db.Recipients.AsNoTracking().Where(r => r.Id == standing.RecipientId).Select(r => r.Name).SingleAsync(cancellationToken);
        var basis = await db.LegalBases.AsNoTracking().SingleAsync(l => l.Id == standing.LegalBasisId, cancellationToken);
        return new Notice(
            Guid.Empty, null, Notice.OrderType, recipient, new NoticeBasis(basis.Code, basis.TitleId, basis.TitleEn, basis.Source, basis.Deadline),
            classes.Find(ContentClasses.Kind.Class, standing.ContentClass), classes.Find(ContentClasses.Kind.Urgency, standing.UrgencyGround),
            standing.Reason, null, at, await ListAsync(orders, at, withAnswers, cancellationToken));
    }

    private async Task<IReadOnlyList<NoticeOrder>> ListAsync(
        IQueryable<Order> orders, DateTimeOffset at, bool withAnswers, CancellationToken cancellationToken)
    {
        var rows = await (
            from order in orders.AsNoTracking()
            join item in db.Items.AsNoTracking() on order.ItemId equals item.Id
            orderby order.Id
            select new { order.Id, order.ItemId, item.Address }).Take(Dispatch.MaxOrders).ToListAsync(cancellationToken);
        var captures = await CapturesAsync(rows.ConvertAll(row => row.ItemId), at, cancellationToken);
        return rows.ConvertAll(row => new NoticeOrder(
            row.Id, row.Address.Value, withAnswers ? ourselves.Page($"/jawab/{tokens.For(row.Id)}") : null, [.. captures[row.ItemId]]));
    }

    /// <summary>What was seen before the letter was closed; not the looks that follow it.</summary>
    private async Task<ILookup<Guid, NoticeCapture>> CapturesAsync(List<Guid> items, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var all = await db.Captures.AsNoTracking()
            .Where(c => items.Contains(c.ItemId) && c.Occasion != CaptureOccasion.Watch && c.At <= at && c.WarcSha256 != null)
            .OrderBy(c => c.Id).Select(c => new { c.ItemId, c.At, c.WarcSha256 }).ToListAsync(cancellationToken);
        return all.GroupBy(c => c.ItemId).SelectMany(same => same.TakeLast(MaxCaptures))
            .ToLookup(c => c.ItemId, c => new NoticeCapture(c.At, c.WarcSha256 ?? ""));
    }
}
