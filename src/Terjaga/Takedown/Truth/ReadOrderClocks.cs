using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Truth;

/// <summary>The clock of truth of the orders of a case: when each came to what, and nothing where it did not.</summary>
public sealed class ReadOrderClocks(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most orders shown of a case, the newest first; a campaign's figures tell of the others.</summary>
    public const int MaxRows = 100;

    /// <summary>Each time is null before it came to that, and where it is not known.</summary>
    /// <param name="ReportedAt">When the first report of the place was filed.</param>
    /// <param name="DecidedAt">When KP2MI decided what the case is, as it stands.</param>
    /// <param name="AcknowledgedAt">When the recipient first said anything.</param>
    /// <param name="LastGoneAt">The last look that showed it gone.</param>
    public sealed record Row(
        Guid OrderId, Guid RecipientId, string Address, string Recipient, DateTimeOffset? ReportedAt, DateTimeOffset? DecidedAt, DateTimeOffset DraftedAt, DateTimeOffset? SignedAt,
        DateTimeOffset? SentAt, DateTimeOffset? AcknowledgedAt, DateTimeOffset? SeenGoneAt, DateTimeOffset? ConfirmedGoneAt, DateTimeOffset? LastGoneAt, DateTimeOffset? CameBackAt)
    {
        /// <summary>Seen to be gone so long after it was confirmed.</summary>
        public bool HasStayedWeek => LastGoneAt - ConfirmedGoneAt >= RemovalFigures.Week;

        public bool HasStayedMonth => LastGoneAt - ConfirmedGoneAt >= RemovalFigures.Month;
    }

    /// <summary>Those that the officer's ministry sees, as with orders.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        var shares = await sharing.ForAsync(by, cancellationToken);
        var (seesSigned, seesDrafts) = (shares.SeesWhole(SharedField.Orders), shares.SeesWhole(SharedField.LegalReview));
        var seen = db.Orders.AsNoTracking().Where(o => o.CaseFileId == caseFileId && (o.State == OrderState.Drafted ? seesDrafts : seesSigned));
        return await OfAsync(db, caseFileId, seen.OrderByDescending(o => o.Id).Take(MaxRows), cancellationToken);
    }

    /// <summary>Of some orders of one case, the newest first.</summary>
    internal static async Task<List<Row>> OfAsync(TerjagaDb db, Guid caseFileId, IQueryable<Order> some, CancellationToken cancellationToken)
    {
        var decided = await db.CaseDecisions.AsNoTracking().Where(d => d.CaseFileId == caseFileId && d.Duty == Duty.Verify && d.UndoneAt == null)
            .OrderByDescending(d => d.At).Select(d => (DateTimeOffset?)d.At).FirstOrDefaultAsync(cancellationToken);
        var (reports, letters) = (db.CaseReports, db.Dispatches);
        return await (
            from order in some
            join item in db.Items.AsNoTracking() on order.ItemId equals item.Id
            join recipient in db.Recipients.AsNoTracking() on order.RecipientId equals recipient.Id
            orderby order.Id descending
            select new Row(
                order.Id, order.RecipientId, item.Address.Value, recipient.Name,
                reports.Where(r => r.ItemId == order.ItemId).OrderBy(r => r.FiledAt).Select(r => (DateTimeOffset?)r.FiledAt).FirstOrDefault(), decided, order.DraftedAt,
                letters.Where(d => d.Id == order.DispatchId).Select(d => (DateTimeOffset?)d.SignedAt).FirstOrDefault(),
                order.SentAt, order.AcknowledgedAt, order.SeenGoneAt, order.ConfirmedGoneAt, order.LastGoneAt, order.CameBackAt)).ToListAsync(cancellationToken);
    }
}
