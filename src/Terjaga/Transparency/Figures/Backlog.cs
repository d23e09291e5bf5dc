using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;

namespace Terjaga.Transparency.Figures;

/// <summary>Cases that wait for somebody, by state and age.</summary>
internal static class Backlog
{
    /// <summary>Ages from the youngest: under a day, under a week, under thirty days, older.</summary>
    public static readonly IReadOnlyList<TimeSpan> Ages = [TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    /// <summary>One question over all waiting cases; at a million it takes seconds, which is why nobody waits for it.</summary>
    public static async Task<List<HourFigure>> CountAsync(TerjagaDb db, DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (day, week, month) = (now - Ages[0], now - Ages[1], now - Ages[2]);
        var counts = await db.CaseFiles.AsNoTracking()
            .Where(c => c.MergedIntoId == null && c.State != CaseState.Gone && c.State != CaseState.Dismissed && c.State != CaseState.Closed && c.ReportCount > 0)
            .GroupBy(c => new { c.State, Age = c.OpenedAt > day ? 0 : c.OpenedAt > week ? 1 : c.OpenedAt > month ? 2 : 3 })
            .Select(g => new { g.Key.State, g.Key.Age, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return counts.ConvertAll(c => new HourFigure { Hour = hour, Measure = Measure.Backlog, Key = c.State.ToString(), Bucket = c.Age, Count = c.Count });
    }
}
