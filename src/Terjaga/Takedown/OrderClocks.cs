using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown.Answers;

namespace Terjaga.Takedown;

/// <summary>The recipient has the notice: the clock of the law starts, and so does our watch.</summary>
internal static class OrderClocks
{
    extension(TerjagaDb db)
    {
        /// <summary>Marks the order as sent and schedules its checks and its deadline; the caller saves.</summary>
        public Task StartClocksAsync(Order order, WatchOptions watch, DateTimeOffset now, Actor by, CancellationToken cancellationToken) =>
            db.StartClocksAsync(order, watch, new Handing(now, now, by, null), cancellationToken);

        /// <summary>The same, where the recipient has it since an instant before now.</summary>
        public async Task StartClocksAsync(Order order, WatchOptions watch, Handing handing, CancellationToken cancellationToken)
        {
            var basis = await db.LegalBases.FindAsync([order.LegalBasisId], cancellationToken)
                ?? throw new InvalidOperationException("An order stands on a legal basis that is not there.");
            db.Events.Add(order.Send(handing.At, basis.Deadline, handing.By, handing.Now, handing.How));
            db.Schedule(CheckOrderJob.Kind, order.Id, handing.Now, watch.WaitBefore(0));
            db.Schedule(DeadlineJob.Kind, order.Id, handing.Now, handing.At + basis.Deadline - handing.Now);
        }
    }
}
