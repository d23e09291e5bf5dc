using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown;

/// <summary>A decision is reversed: the orders that stand on it end, and whoever had their notice is told.</summary>
/// <remarks>
/// What was not followed yet ends at once. What was taken away does not come back by itself: the case goes to Komdigi, and those
/// orders end when an officer has looked. Done twice it finds nothing more to do.
/// </remarks>
internal sealed class WithdrawOrdersJob(TerjagaDb db, WriteWithdrawals letters, TimeProvider clock) : IWorkHandler
{
    private static readonly Actor _by = Actor.Machine(CorrectingWork.Withdraw);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.SingleAsync(c => c.Id == item.SubjectId, cancellationToken);
        if (file.State is not (CaseState.Dismissed or CaseState.Correcting))
            return;

        var now = clock.GetUtcNow();
        var parts = await db.PartsOfAsync(file.Id, cancellationToken);
        var orders = await db.Orders.Where(o => parts.Contains(o.CaseFileId) && o.State != OrderState.Withdrawn).ToListAsync(cancellationToken);
        var isLookedAt = item.Kind == CorrectingWork.GiveBack;
        var ending = orders.FindAll(order => isLookedAt || !IsFollowed(order));
        await letters.WriteAsync(ending.FindAll(order => order.State != OrderState.Drafted), now, cancellationToken);
        foreach (var order in ending)
            db.Events.Add(order.Happen(now, OrderEvents.Withdrawn, _by, on: new Grounds(order.LegalBasisId, null)));

        var grounds = await db.GroundsOfCaseAsync(file.Id, cancellationToken);
        if (isLookedAt)
            await LookAtDangerAsync(file, grounds, now, cancellationToken);
        else if (orders.Exists(IsFollowed) && file.State == CaseState.Dismissed)
            db.Events.Add(file.Happen(now, CaseEvents.CorrectionDue, _by, on: grounds));
    }

    private static bool IsFollowed(Order order) => order.State is OrderState.SaidRemoved or OrderState.SeenGone or OrderState.ConfirmedGone;

    /// <summary>Somebody who may be in danger reported while the case waited to be put right: people look again.</summary>
    private async Task LookAtDangerAsync(CaseFile file, Grounds grounds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Events.AsNoTracking()
            .Where(e => e.SubjectId == file.Id && (e.Kind == CaseEvents.CorrectionDue || e.Kind == CaseEvents.DangerJoined))
            .OrderByDescending(e => e.Id).Select(e => e.Kind).FirstOrDefaultAsync(cancellationToken);
        if (last == CaseEvents.DangerJoined && file.State == CaseState.Dismissed)
            db.Events.Add(file.Happen(now, CaseEvents.Reopened, _by, on: grounds));
    }
}
