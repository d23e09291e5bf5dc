using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence;

namespace Terjaga.Takedown;

/// <summary>The orders of a case, each with where it stands.</summary>
public sealed class ReadOrders(TerjagaDb db)
{
    public sealed record Row(
        Guid Id, Guid ItemId, string Address, string Recipient, string LegalBasisId, string LegalBasisEn, OrderState State,
        DateTimeOffset? SentAt, DateTimeOffset? DeadlineAt, DateTimeOffset? LateAt, DateTimeOffset? SeenGoneAt,
        DateTimeOffset? ConfirmedGoneAt);

    public async Task<IReadOnlyList<Row>> RunAsync(Guid caseFileId, CancellationToken cancellationToken) =>
        await Rows(db.Orders.Where(o => o.CaseFileId == caseFileId)).ToListAsync(cancellationToken);

    /// <summary>One order, for the recipient who holds its token; null if there is none.</summary>
    public async Task<Row?> OneAsync(Guid orderId, CancellationToken cancellationToken) =>
        await Rows(db.Orders.Where(o => o.Id == orderId)).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Row> Rows(IQueryable<Order> orders) =>
        from order in orders.AsNoTracking()
        join item in db.Items.AsNoTracking() on order.ItemId equals item.Id
        join recipient in db.Recipients.AsNoTracking() on order.RecipientId equals recipient.Id
        join basis in db.LegalBases.AsNoTracking() on order.LegalBasisId equals basis.Id
        orderby order.Id
        select new Row(
            order.Id, order.ItemId, item.Address.Value, recipient.Name, basis.TitleId, basis.TitleEn, order.State,
            order.SentAt, order.DeadlineAt, order.LateAt, order.SeenGoneAt, order.ConfirmedGoneAt);
}
