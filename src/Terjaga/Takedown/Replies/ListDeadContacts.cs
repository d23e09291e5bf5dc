using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown.Replies;

/// <summary>The contacts that take no mail any more.</summary>
public sealed class ListDeadContacts(TerjagaDb db)
{
    /// <param name="IsComplaint">Whether our mail was called unwanted there.</param>
    /// <param name="Reason">Null for a complaint.</param>
    public sealed record Row(Guid RecipientId, string Address, DateTimeOffset FailedAt, bool IsComplaint, BounceReason? Reason);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken) => await db.DeadContacts.AsNoTracking()
        .OrderBy(c => c.RecipientId).ThenBy(c => c.Address)
        .Select(c => new Row(c.RecipientId, c.Address, c.FailedAt, c.Kind == MailKind.Complaint, c.Reason)).ToListAsync(cancellationToken);
}
