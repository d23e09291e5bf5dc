using Microsoft.EntityFrameworkCore;

namespace Terjaga.Common.Work;

/// <summary>What the machine has to do: waiting, running, and parked for a person to look at.</summary>
public sealed class ReadWork(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most parked rows shown; the counts are of all.</summary>
    public const int MaxParkedShown = 100;

    /// <summary>How much of one kind there is.</summary>
    /// <param name="Due">Of those waiting, how many could be done now.</param>
    public sealed record Count(string Kind, int Waiting, int Due, int Running, int Parked);

    /// <summary>Work that was given up, with its last error.</summary>
    public sealed record Parked(Guid Id, string Kind, Guid SubjectId, DateTimeOffset At, int Attempts, string Error);

    /// <summary>All of it, at one moment.</summary>
    public sealed record View(DateTimeOffset At, IReadOnlyList<Count> Counts, IReadOnlyList<Parked> Stopped);

    public async Task<View> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var counts = await db.Work.AsNoTracking().GroupBy(w => w.Kind).Select(g => new Count(
            g.Key,
            g.Count(w => w.ParkedAt == null && (w.LeasedUntil == null || w.LeasedUntil < now)),
            g.Count(w => w.ParkedAt == null && (w.LeasedUntil == null || w.LeasedUntil < now) && w.DueAt <= now),
            g.Count(w => w.ParkedAt == null && w.LeasedUntil >= now),
            g.Count(w => w.ParkedAt != null))).ToListAsync(cancellationToken);
        var parked = await db.Work.AsNoTracking().Where(w => w.ParkedAt != null)
            .OrderBy(w => w.ParkedAt).Take(MaxParkedShown)
            .Select(w => new Parked(w.Id, w.Kind, w.SubjectId, w.ParkedAt!.Value, w.Attempts, w.LastError ?? ""))
            .ToListAsync(cancellationToken);
        return new View(now, [.. counts.OrderBy(c => c.Kind, StringComparer.Ordinal)], parked);
    }
}
