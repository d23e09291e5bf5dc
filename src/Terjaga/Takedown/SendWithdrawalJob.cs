using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Takedown;

/// <summary>Tells a recipient that an order holds no longer.</summary>
/// <remarks>As with the notice, a crash on the way sends it again, and the recipient knows the repetition by its identity.</remarks>
internal sealed class SendWithdrawalJob(TerjagaDb db, TellRecipient tell) : IWorkHandler
{
    public const string Kind = "send-withdrawal";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken) => await tell.RunAsync(
        await db.Orders.AsNoTracking().SingleAsync(o => o.Id == item.SubjectId, cancellationToken), Notice.WithdrawalType, cancellationToken);
}
