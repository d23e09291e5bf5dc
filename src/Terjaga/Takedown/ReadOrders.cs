using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>The orders of a case, each with where it stands.</summary>
public sealed class ReadOrders(TerjagaDb db, ReadSharing sharing)
{
    /// <param name="ContentClass">Code of <see cref="ContentClasses"/>; null where none was said.</param>
    /// <param name="UrgencyGround">Code of <see cref="ContentClasses"/>; null where it is not urgent.</param>
    public sealed record Row(
        Guid Id, Guid ItemId, string Address, string Recipient, string LegalBasisId, string LegalBasisEn, OrderState State,
        DateTimeOffset? SentAt, DateTimeOffset? DeadlineAt, DateTimeOffset? LateAt, DateTimeOffset? SeenGoneAt,
        DateTimeOffset? ConfirmedGoneAt, string? ContentClass, string? UrgencyGround, WatchedState? LastSeen, DateTimeOffset? LastLookAt);

    /// <summary>Those that the officer's ministry sees: what is signed, what is only drafted, both or none.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        var shares = await sharing.ForAsync(by, cancellationToken);
        var (seesSigned, seesDrafts) = (shares.SeesWhole(SharedField.Orders), shares.SeesWhole(SharedField.LegalReview));
        return await Rows(db.Orders.Where(o => o.CaseFileId == caseFileId && (o.State == OrderState.Drafted ? seesDrafts : seesSigned))).ToListAsync(cancellationToken);
    }

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
            order.SentAt, order.DeadlineAt, order.LateAt, order.SeenGoneAt, order.ConfirmedGoneAt, order.ContentClass, order.UrgencyGround, order.LastSeen, order.LastLookAt);
}
