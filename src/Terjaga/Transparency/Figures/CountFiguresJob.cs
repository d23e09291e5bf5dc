using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Transparency.Figures;

/// <summary>Counts the hours that are new or may still have changed, and what waits now.</summary>
internal sealed class CountFiguresJob(TerjagaDb db, CountHour count, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "count-figures";

    /// <summary>Hours that one run counts at most; the next goes on.</summary>
    private const int MaxHours = 240;

    /// <summary>Nothing older is counted.</summary>
    private static readonly TimeSpan _reach = TimeSpan.FromDays(ReadFigures.MaxDays);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hour = await BeginAsync(now, cancellationToken);
        for (var done = 0; hour <= now && done < MaxHours; done++, hour += HourSpan.Length)
            await ReplaceAsync(hour, await count.RunAsync(hour, cancellationToken), cancellationToken);
        await ReplaceBacklogAsync(now, cancellationToken);
        await db.HourFigures.Where(f => f.Hour < now - _reach).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The hour before the last counted one: what was stored late belongs to it still.</summary>
    private async Task<DateTimeOffset> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.HourFigures.AsNoTracking().Where(f => f.Measure == Measure.Counted).OrderByDescending(f => f.Hour)
            .Select(f => (DateTimeOffset?)f.Hour).FirstOrDefaultAsync(cancellationToken);
        if (last is { } counted)
            return counted - HourSpan.Length;
        var first = await db.Events.AsNoTracking().OrderBy(e => e.Id).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancellationToken) ?? now;
        return HourSpan.Of(first > now - _reach ? first : now - _reach);
    }

    private Task ReplaceAsync(DateTimeOffset hour, IReadOnlyList<HourFigure> figures, CancellationToken cancellationToken) => db.TogetherAsync(
        async () =>
        {
            await db.HourFigures.Where(f => f.Hour == hour && f.Measure != Measure.Backlog).ExecuteDeleteAsync(cancellationToken);
            await AddAsync(figures, cancellationToken);
        },
        cancellationToken);

    /// <remarks>What is stored is let go of: the work itself stays tracked, for its runner ends it.</remarks>
    private async Task AddAsync(IReadOnlyList<HourFigure> figures, CancellationToken cancellationToken)
    {
        db.HourFigures.AddRange(figures);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var figure in figures)
            db.Entry(figure).State = EntityState.Detached;
    }

    private async Task ReplaceBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await Backlog.CountAsync(db, now, now, cancellationToken);
        await db.TogetherAsync(
            async () =>
            {
                await db.HourFigures.Where(f => f.Measure == Measure.Backlog).ExecuteDeleteAsync(cancellationToken);
                await AddAsync(waiting, cancellationToken);
            },
            cancellationToken);
    }
}
