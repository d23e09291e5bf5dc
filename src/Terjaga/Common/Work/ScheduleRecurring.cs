using Microsoft.EntityFrameworkCore;

namespace Terjaga.Common.Work;

/// <summary>Puts the timetable into the queue: each recurring work once, whoever starts first.</summary>
public sealed class ScheduleRecurring(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Adds what is missing, takes over a new pace, and removes what the timetable no longer has.</summary>
    public async Task RunAsync(IReadOnlyList<(string Kind, TimeSpan Every)> timetable, CancellationToken cancellationToken)
    {
        var there = await db.Work.Where(w => w.Key != null).ToListAsync(cancellationToken);
        foreach (var (kind, every) in timetable)
        {
            if (there.Find(w => w.Kind == kind) is { } known)
                known.ChangePace(every);
            else
                db.Work.Add(WorkItem.Recur(kind, every, clock.GetUtcNow()));
        }

        db.Work.RemoveRange(there.Where(w => timetable.All(t => t.Kind != w.Kind)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process started in the same moment and stored the same timetable, or is at work on it.
        }
    }
}
