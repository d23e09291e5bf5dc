using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown.Truth;

/// <summary>What became of the orders of a month, recipient by recipient: counts and times, no case and no address.</summary>
/// <remarks>An order counts in the month, in western Indonesia, in which the recipient's own server took it. What the desk cannot see counts as unknown, never as gone.</remarks>
public sealed class ReadRemovals(TerjagaDb db, TimeProvider clock)
{
    private const double Median = 0.5, NineOfTen = 0.9;

    /// <summary>What was promised to be looked at: whether it stayed away a week, and a month.</summary>
    private static readonly TimeSpan _week = TimeSpan.FromDays(7), _month = TimeSpan.FromDays(30);

    /// <param name="Month">As <c>2026-11</c>; null for this month.</param>
    public sealed record Input(Acting By, string? Month);

    /// <param name="Month">As <c>2026-11</c>.</param>
    /// <param name="All">Over all recipients; its name is empty.</param>
    public sealed record View(string Month, Row All, IReadOnlyList<Row> Recipients);

    /// <param name="Sent">Orders that the recipient's server took; all counts below are of these.</param>
    /// <param name="Acknowledged">Of which a recipient said something: removed or refused.</param>
    /// <param name="Gone">Confirmed gone by two looks, whatever came after.</param>
    /// <param name="SeenGone">Seen to be gone once, not yet confirmed.</param>
    /// <param name="There">Still shown at the last look, or not looked at yet.</param>
    /// <param name="Unknown">Changed, out of reach or behind a login: the desk does not know.</param>
    /// <param name="Late">Not seen to be gone when its time was over.</param>
    /// <param name="CameBack">Seen again after it was confirmed gone.</param>
    /// <param name="StillGoneWeek">Confirmed gone and seen to be gone seven days later.</param>
    /// <param name="StillGoneMonth">The same after thirty days.</param>
    /// <param name="ToSeenGone">From sent to first seen to be gone: half took no longer; null where none is.</param>
    /// <param name="ToSeenGoneNine">The same: nine of ten took no longer.</param>
    /// <param name="ToGone">From sent to confirmed gone.</param>
    public sealed record Row(
        string Recipient, int Sent, int Acknowledged, int Gone, int SeenGone, int There, int Unknown, int Late, int CameBack, int StillGoneWeek, int StillGoneMonth,
        TimeSpan? ToSeenGone, TimeSpan? ToSeenGoneNine, TimeSpan? ToGone, TimeSpan? ToGoneNine);

    private sealed record Fate(
        Guid RecipientId, OrderState State, DateTimeOffset SentAt, DateTimeOffset? LateAt, DateTimeOffset? SeenGoneAt, DateTimeOffset? ConfirmedGoneAt,
        DateTimeOffset? LastGoneAt, DateTimeOffset? CameBackAt, WatchedState? LastSeen, bool IsAnswered);

    /// <summary>Those with most orders first. Fails with <c>access.denied</c> or <c>month.invalid</c>.</summary>
    public async Task<Result<View>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.SeeFigures))
            return new Problem("access.denied");
        var today = WibTime.Today(clock);
        var first = new DateOnly(today.Year, today.Month, 1);
        if (input.Month is { } typed && !DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            return new Problem("month.invalid");

        var fates = await FatesAsync(WibTime.BeginOf(first), WibTime.BeginOf(first.AddMonths(1)), cancellationToken);
        var names = await db.Recipients.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return new View(
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture), Count("", fates),
            [.. fates.GroupBy(f => f.RecipientId).Select(own => Count(names[own.Key], [.. own])).OrderByDescending(row => row.Sent).ThenBy(row => row.Recipient, StringComparer.Ordinal)]);
    }

    private Task<List<Fate>> FatesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var events = db.Events;
        return db.Orders.AsNoTracking()
            .Where(o => o.SentAt >= from && o.SentAt < to && o.State != OrderState.Withdrawn)
            .Select(o => new Fate(
                o.RecipientId, o.State, o.SentAt ?? o.DraftedAt, o.LateAt, o.SeenGoneAt, o.ConfirmedGoneAt, o.LastGoneAt, o.CameBackAt, o.LastSeen,
                events.Any(e => e.SubjectId == o.Id && (e.Kind == OrderEvents.SaidRemoved || e.Kind == OrderEvents.Refused))))
            .ToListAsync(cancellationToken);
    }

    private static Row Count(string recipient, List<Fate> fates)
    {
        var seen = Times(fates, f => f.SeenGoneAt);
        var gone = Times(fates, f => f.ConfirmedGoneAt);
        var open = fates.FindAll(f => f.SeenGoneAt is null);
        return new Row(
            recipient, fates.Count, fates.Count(f => f.IsAnswered), gone.Count, fates.Count(f => f.State == OrderState.SeenGone),
            open.Count(f => !IsUnknown(f)), open.Count(IsUnknown), fates.Count(f => f.LateAt is not null), fates.Count(f => f.CameBackAt is not null),
            fates.Count(f => Stayed(f, _week)), fates.Count(f => Stayed(f, _month)),
            At(seen, Median), At(seen, NineOfTen), At(gone, Median), At(gone, NineOfTen));
    }

    private static bool IsUnknown(Fate fate) =>
        fate.LastSeen is WatchedState.Changed or WatchedState.Unreachable or WatchedState.BehindLogin or WatchedState.Unknown;

    private static bool Stayed(Fate fate, TimeSpan time) => fate.LastGoneAt - fate.ConfirmedGoneAt >= time;

    private static List<TimeSpan> Times(List<Fate> fates, Func<Fate, DateTimeOffset?> end) =>
        [.. fates.Select(f => end(f) - f.SentAt).OfType<TimeSpan>().Order()];

    /// <summary>The least of the sorted times that so many of them do not exceed.</summary>
    private static TimeSpan? At(List<TimeSpan> times, double share) => times.Count == 0 ? null : times[(int)Math.Ceiling(times.Count * share) - 1];
}
