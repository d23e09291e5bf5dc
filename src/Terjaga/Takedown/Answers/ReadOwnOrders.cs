using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>The orders that one recipient has, for its key: no case, no reporter, no officer, no other recipient.</summary>
public sealed class ReadOwnOrders(TerjagaDb db)
{
    /// <summary>Rows of a page where the caller names no number, and the most.</summary>
    public const int PageRows = 100, MostRows = 1_000;

    /// <param name="State">Null for all.</param>
    /// <param name="Since">Only those that were sent then or later; null for all.</param>
    /// <param name="After">Id of the last order of the page before; null for the first page.</param>
    /// <param name="LetterId">Only those of one letter; null for all.</param>
    public sealed record Filter(OrderState? State = null, DateTimeOffset? Since = null, Guid? After = null, int Rows = PageRows, Guid? LetterId = null);

    /// <param name="Url">Exactly as it is.</param>
    /// <param name="LegalBasis">Its code.</param>
    /// <param name="Letter">Id of the letter that it came in.</param>
    public sealed record Row(
        Guid Order, string Url, OrderState State, string LegalBasis, string LegalBasisId, string LegalBasisEn, DateTimeOffset SentAt, DateTimeOffset? DeadlineAt,
        DateTimeOffset? AcknowledgedAt, DateTimeOffset? LateAt, Guid? Letter, string? LetterNumber);

    /// <param name="Next">For <see cref="Filter.After"/>; null on the last page.</param>
    public sealed record Page(IReadOnlyList<Row> Orders, Guid? Next);

    /// <summary>In the order in which they were drafted.</summary>
    public async Task<Page> RunAsync(Guid recipientId, Filter filter, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(filter.Rows, 1, MostRows);
        var orders = db.Orders.Where(o => o.RecipientId == recipientId && o.SentAt != null);
        if (filter.State is { } state)
            orders = orders.Where(o => o.State == state);
        if (filter.Since is { } since)
            orders = orders.Where(o => o.SentAt >= since.ToUniversalTime());
        if (filter.After is { } after)
            orders = orders.Where(o => o.Id.CompareTo(after) > 0);
        if (filter.LetterId is { } letter)
            orders = OfLetter(orders, letter);
        var rows = await RowsAsync(orders, size + 1, cancellationToken);
        return new Page([.. rows.Take(size)], rows.Count > size ? rows[size - 1].Order : null);
    }

    /// <summary>Fails with <c>order.unknown</c>, for another's order as for none.</summary>
    public async Task<Result<Row>> OneAsync(Guid recipientId, Guid orderId, CancellationToken cancellationToken) =>
        await RowsAsync(db.Orders.Where(o => o.Id == orderId && o.RecipientId == recipientId && o.SentAt != null), 1, cancellationToken) is [var row] ? row : new Problem("order.unknown");

    private IQueryable<Order> OfLetter(IQueryable<Order> orders, Guid letter)
    {
        var steps = db.OrderSteps;
        return orders.Where(o => o.DispatchId == letter || o.WithdrawalId == letter || steps.Any(s => s.OrderId == o.Id && s.DispatchId == letter));
    }

    private async Task<List<Row>> RowsAsync(IQueryable<Order> orders, int most, CancellationToken cancellationToken)
    {
        var rows = await (
            from order in orders.AsNoTracking()
            join item in db.Items.AsNoTracking() on order.ItemId equals item.Id
            join basis in db.LegalBases.AsNoTracking() on order.LegalBasisId equals basis.Id
            join letter in db.Dispatches.AsNoTracking() on order.DispatchId equals (Guid?)letter.Id into letters
            from letter in letters.DefaultIfEmpty()
            orderby order.Id
            select new { Order = order, item.Address, basis.Code, basis.TitleId, basis.TitleEn, Letter = letter }).Take(most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Row(
            row.Order.Id, row.Address.Value, row.Order.State, row.Code, row.TitleId, row.TitleEn, row.Order.SentAt ?? row.Order.DraftedAt, row.Order.DeadlineAt,
            row.Order.AcknowledgedAt, row.Order.LateAt, row.Letter?.Id, row.Letter?.Number));
    }
}
