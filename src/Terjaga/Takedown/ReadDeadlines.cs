using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown;

/// <summary>The clocks of the law that run for some cases: each began with a notice that its recipient's server took.</summary>
public sealed class ReadDeadlines(TerjagaDb db)
{
    /// <param name="Recipient">Who must act.</param>
    /// <param name="SentAt">When the clock began.</param>
    /// <param name="DeadlineAt">When it ends; it never rests.</param>
    public sealed record Row(Guid CaseFileId, string Recipient, DateTimeOffset SentAt, DateTimeOffset DeadlineAt);

    /// <summary>Of each case the clock that ends first among those of places that were not seen to be gone.</summary>
    public async Task<IReadOnlyDictionary<Guid, Row>> RunAsync(IReadOnlyList<Guid> cases, CancellationToken cancellationToken)
    {
        if (cases.Count == 0)
            return new Dictionary<Guid, Row>();
        var rows = await (
            from order in db.Orders.AsNoTracking()
            join recipient in db.Recipients.AsNoTracking() on order.RecipientId equals recipient.Id
            where cases.Contains(order.CaseFileId) && order.SentAt != null && order.DeadlineAt != null
                && order.State != OrderState.Withdrawn && order.SeenGoneAt == null && order.ConfirmedGoneAt == null
            select new Row(order.CaseFileId, recipient.Name, order.SentAt ?? order.DraftedAt, order.DeadlineAt ?? order.DraftedAt)).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.CaseFileId).ToDictionary(group => group.Key, group => group.MinBy(row => row.DeadlineAt) ?? group.First());
    }
}
