using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;

namespace Terjaga.Takedown.Ladder;

/// <summary>The steps that follow the orders of a case: what waits for a person, and what was released.</summary>
public sealed class ReadSteps(TerjagaDb db, LadderSteps ladder, ReadSharing sharing)
{
    /// <summary>Most groups of steps shown of a case.</summary>
    public const int MaxRows = 50;

    /// <param name="Count">Orders that the step is about.</param>
    /// <param name="PreparedAt">When the clock prepared the first of them.</param>
    /// <param name="ReleasedAt">Null while it waits for a person.</param>
    /// <param name="SentAt">Null where nothing is sent, and before the recipient's server took it.</param>
    public sealed record Row(LadderSteps.Row Step, Guid RecipientId, string Recipient, int Count, DateTimeOffset PreparedAt, DateTimeOffset? ReleasedAt, DateTimeOffset? SentAt);

    /// <summary>What waits first; none where the officer's ministry does not see orders.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!(await sharing.ForAsync(by, cancellationToken)).SeesWhole(SharedField.Orders))
            return [];
        var groups = await (
            from step in db.OrderSteps.AsNoTracking()
            join order in db.Orders.AsNoTracking() on step.OrderId equals order.Id
            join recipient in db.Recipients.AsNoTracking() on step.RecipientId equals recipient.Id
            where step.CaseFileId == caseFileId
                && (step.ReleasedAt != null || order.State == OrderState.Sent || order.State == OrderState.SaidRemoved || order.State == OrderState.Refused)
            group step by new { step.Code, step.RecipientId, recipient.Name, step.ReleasedAt, step.SentAt } into same
            select new { same.Key, Count = same.Count(), PreparedAt = same.Min(s => s.PreparedAt) })
            .OrderByDescending(g => g.PreparedAt).Take(MaxRows).ToListAsync(cancellationToken);
        return [.. groups.Where(g => ladder.Find(g.Key.Code) is not null)
            .Select(g => new Row(ladder.Find(g.Key.Code) ?? throw new InvalidOperationException(g.Key.Code), g.Key.RecipientId, g.Key.Name, g.Count, g.PreparedAt, g.Key.ReleasedAt, g.Key.SentAt))
            .OrderBy(row => row.ReleasedAt is not null)];
    }
}
