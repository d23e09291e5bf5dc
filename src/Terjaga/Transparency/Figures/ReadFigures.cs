using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Campaigns.Portrait;
using Terjaga.Casework;

namespace Terjaga.Transparency.Figures;

/// <summary>The figures of the desk over some days: what came, what waits, how long it took, and how it was decided.</summary>
public sealed class ReadFigures(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most days that can be asked for, and days without the asker's choice.</summary>
    public const int MaxDays = 90, UsualDays = 30;

    /// <summary>The middle, and what nine of ten stay within.</summary>
    private const double Median = 0.5, NineOfTen = 0.9;

    public sealed record Input(Acting By, int Days);

    /// <param name="On">A day of western Indonesia.</param>
    public sealed record Day(DateOnly On, int Reports, int Decided, int Removed);

    /// <param name="ByAge">Under a day, under a week, under thirty days, older.</param>
    public sealed record Waiting(CaseState State, IReadOnlyList<int> ByAge)
    {
        public int Count => ByAge.Sum();
    }

    /// <param name="Step">decide, hand-over, order or removal.</param>
    /// <param name="Median">Half took no longer; at most 9 percent beside the true one.</param>
    public sealed record Took(string Step, int Count, TimeSpan? Median, TimeSpan? NineOfTen);

    public sealed record Kept(string Clock, int InTime, int Late);

    /// <param name="Verified">Of the decided cases with this sign, those that people found to be deceptive or unlawful.</param>
    public sealed record Rule(string Signal, int Decided, int Verified)
    {
        /// <summary>0 to 1.</summary>
        public double Precision => (double)Verified / Decided;
    }

    /// <param name="CountedAt">When the last count was made; null before the first.</param>
    /// <param name="Events">How often each kind of event happened.</param>
    public sealed record View(
        DateTimeOffset? CountedAt, IReadOnlyList<Day> Days, IReadOnlyList<Waiting> Waiting, IReadOnlyList<Took> Times,
        IReadOnlyList<Kept> Clocks, IReadOnlyDictionary<string, int> Events, IReadOnlyList<Rule> Rules);

    private sealed record Total(Measure Measure, string Key, int Bucket, int Count);

    /// <summary>Fails with <c>access.denied</c> or <c>figures.days-invalid</c>.</summary>
    public async Task<Result<View>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.SeeFigures))
            return new Problem("access.denied");
        if (input.Days is < 1 or > MaxDays)
            return new Problem("figures.days-invalid", MaxDays);
        var today = WibDay.Of(clock.GetUtcNow());
        var from = WibDay.Start(today.AddDays(1 - input.Days)).ToUniversalTime();
        var totals = await db.HourFigures.AsNoTracking().Where(f => f.Hour >= from || f.Measure == Measure.Backlog)
            .GroupBy(f => new { f.Measure, f.Key, f.Bucket })
            .Select(g => new Total(g.Key.Measure, g.Key.Key, g.Key.Bucket, g.Sum(f => f.Count))).ToListAsync(cancellationToken);
        return new View(
            await db.HourFigures.OrderByDescending(f => f.Hour).Select(f => (DateTimeOffset?)f.Hour).FirstOrDefaultAsync(cancellationToken),
            await DaysAsync(from, today, input.Days, cancellationToken),
            [.. Of(totals, Measure.Backlog).Select(g => new Waiting(Enum.Parse<CaseState>(g.Key), [.. Enumerable.Range(0, Backlog.Ages.Count + 1).Select(age => Count(g, age))])).OrderBy(w => w.State)],
            [.. Of(totals, Measure.Durations).Select(Time)],
            [.. Of(totals, Measure.Clocks).Select(g => new Kept(g.Key, Count(g, 1), Count(g, 0)))],
            Of(totals, Measure.Events).ToDictionary(g => g.Key, g => g.Sum(t => t.Count)),
            [.. Of(totals, Measure.Signals).Select(g => new Rule(g.Key, g.Sum(t => t.Count), Count(g, 1))).OrderByDescending(r => r.Decided).ThenBy(r => r.Signal, StringComparer.Ordinal)]);
    }

    private async Task<List<Day>> DaysAsync(DateTimeOffset from, DateOnly today, int days, CancellationToken cancellationToken)
    {
        string[] kinds = [CaseEvents.Verified, CaseEvents.Dismissed, Removed];
        var hours = await db.HourFigures.AsNoTracking()
            .Where(f => f.Hour >= from && (f.Measure == Measure.Reports || (f.Measure == Measure.Events && kinds.Contains(f.Key)))).ToListAsync(cancellationToken);
        var byDay = hours.ToLookup(f => WibDay.Of(f.Hour));
        return [.. Enumerable.Range(1 - days, days).Select(ago => today.AddDays(ago)).Select(on => new Day(
            on,
            byDay[on].Where(f => f.Measure == Measure.Reports).Sum(f => f.Count),
            byDay[on].Where(f => f.Measure == Measure.Events && f.Key != Removed).Sum(f => f.Count),
            byDay[on].Where(f => f.Key == Removed).Sum(f => f.Count)))];
    }

    private static Took Time(IGrouping<string, Total> step)
    {
        var counts = step.Select(t => KeyValuePair.Create(t.Bucket, t.Count)).ToList();
        return new Took(step.Key, counts.Sum(c => c.Value), DurationScale.Quantile(counts, Median), DurationScale.Quantile(counts, NineOfTen));
    }

    private static IEnumerable<IGrouping<string, Total>> Of(List<Total> totals, Measure measure) => totals.Where(t => t.Measure == measure).GroupBy(t => t.Key);

    private static int Count(IGrouping<string, Total> group, int bucket) => group.Where(t => t.Bucket == bucket).Sum(t => t.Count);

    private const string Removed = Takedown.OrderEvents.ConfirmedGone;
}
