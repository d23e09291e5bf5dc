using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Claims;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Queues;

/// <summary>A word that is another one whenever a queue may look different. Reading it costs the ends of two indexes.</summary>
public sealed class QueueNumber(TerjagaDb db)
{
    /// <summary>Of the newest event and the newest claim.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var last = await db.Events.AsNoTracking().OrderByDescending(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        var held = await db.CaseClaims.AsNoTracking().OrderByDescending(c => c.HeldUntil).Select(c => (DateTimeOffset?)c.HeldUntil).FirstOrDefaultAsync(cancellationToken);
        return $"{last:N}-{held?.UtcTicks ?? 0}";
    }
}
