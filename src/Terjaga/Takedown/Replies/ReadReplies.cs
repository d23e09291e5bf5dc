using System.Text;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Replies;

/// <summary>The mails that came back about the orders of a case, the newest first, opened for an officer who sees the orders.</summary>
public sealed class ReadReplies(TerjagaDb db, ReadSharing sharing, DeskKey desk)
{
    /// <summary>Most that are shown.</summary>
    public const int MaxShown = 50;

    /// <param name="Reason">Null for what is no bounce and no delay.</param>
    /// <param name="IsProven">False where only the identity of a message names the order.</param>
    /// <param name="IsContactDead">Whether it is the mail by which the contact was found to take no mail any more.</param>
    /// <param name="Text">Plain text of a stranger.</param>
    public sealed record Row(
        Guid Id, Guid OrderId, DateTimeOffset At, MailKind Kind, SaidOutcome Said, BounceReason? Reason, string? Status, string SenderDomain, bool IsProven,
        bool IsShortened, bool IsContactDead, string Text);

    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases) || !(await sharing.ForAsync(by, cancellationToken)).SeesWhole(SharedField.Orders))
            return [];
        IQueryable<Order> orders = db.Orders.Where(o => o.CaseFileId == caseFileId);
        IQueryable<DeadContact> dead = db.DeadContacts;
        var replies = await db.OrderReplies.AsNoTracking()
            .Where(r => orders.Any(o => o.Id == r.OrderId))
            .OrderByDescending(r => r.Id).Take(MaxShown)
            .Select(r => new { r.Id, r.OrderId, r.TakenAt, r.Kind, r.Said, r.Reason, r.Status, r.SenderDomain, r.IsProven, r.IsShortened, r.WrappedKey, r.SealedText, IsDead = dead.Any(c => c.OrderId == r.OrderId && (r.Kind == MailKind.Bounce || r.Kind == MailKind.Complaint)) })
            .ToListAsync(cancellationToken);
        return replies.ConvertAll(r => new Row(
            r.Id, r.OrderId, r.TakenAt, r.Kind, r.Said, r.Reason, r.Status, r.SenderDomain, r.IsProven, r.IsShortened, r.IsDead,
            Encoding.UTF8.GetString(OrderReply.Open(desk, r.Id, r.WrappedKey, r.SealedText))));
    }
}
