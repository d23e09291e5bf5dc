using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Common.Work;

/// <summary>An operator has mended the cause and lets parked work be tried again.</summary>
public sealed class RetryWork(TerjagaDb db, WorkSignal signal, TimeProvider clock)
{
    /// <summary>Fails with <c>work.not-parked</c>.</summary>
    public async Task<Result<Done>> RunAsync(Actor by, Guid id, CancellationToken cancellationToken)
    {
        var parked = await db.Work.SingleOrDefaultAsync(w => w.Id == id && w.ParkedAt != null, cancellationToken);
        if (parked is null)
            return new Problem("work.not-parked");

        var now = clock.GetUtcNow();
        parked.Unpark(now);
        db.Events.Add(DeskEvent.Record(now, parked.Id, "work.retried", by));
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return Done.Yes;
    }
}
