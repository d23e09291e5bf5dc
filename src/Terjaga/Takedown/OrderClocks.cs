using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Takedown;

/// <summary>The recipient has the notice: the clock of the law starts, and so does our watch.</summary>
internal static class OrderClocks
{
    extension(TerjagaDb db)
    {
        /// <summary>Marks the order as sent and schedules its checks and its deadline; the caller saves.</summary>
        public async Task StartClocksAsync(
            Order order, WatchOptions watch, DateTimeOffset now, Actor by, CancellationToken cancellationToken)
        {
            var basis = await db.LegalBases.AsNoTracking().SingleAsync(l => l.Id == order.LegalBasisId, cancellationToken);
            db.Events.Add(order.Send(now, basis.Deadline, by));
            db.Schedule(CheckOrderJob.Kind, order.Id, now, watch.WaitBefore(0));
            db.Schedule(DeadlineJob.Kind, order.Id, now, basis.Deadline);
        }
    }
}
