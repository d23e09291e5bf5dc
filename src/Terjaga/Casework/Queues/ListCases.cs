using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Search;
using Terjaga.Casework.Sharing;

namespace Terjaga.Casework.Queues;

/// <summary>One page of a queue: the cases that pass its filter, the earliest due first.</summary>
public sealed class ListCases(TerjagaDb db, FindCases find, ReadSharing sharing, TimeProvider clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Cases are counted up to here; beyond, "more than" is as useful and costs nothing.</summary>
    public const int MaxCounted = 1_000;

    /// <summary>Cases of one state that one page looks through for those that pass: its cost is the same however rare they are.</summary>
    public const int MaxLookedAt = 300;

    /// <param name="After">Where the page before ended; null for the first page.</param>
    public sealed record Input(Acting By, QueueFilter Filter, QueuePlace? After);

    /// <param name="Counts">How many cases are in each state, at most <see cref="MaxCounted"/>.</param>
    /// <param name="Next">Where the next page begins; null on the last one. There may be one after a page with few rows, or none.</param>
    public sealed record Page(IReadOnlyDictionary<CaseState, int> Counts, IReadOnlyList<QueueRow> Rows, QueuePlace? Next);

    /// <param name="End">How far it was looked through; null where nothing is left.</param>
    private sealed record Part(IReadOnlyList<CaseFile> Cases, QueuePlace? End);

    /// <summary>Fails with <c>access.denied</c>, <c>case.state-invalid</c> or <c>queue.filter-invalid</c>.</summary>
    public async Task<Result<Page>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (input.Filter.Fault is { } fault)
            return fault;

        var now = clock.GetUtcNow();
        var part = await FewAsync(input, now, cancellationToken) is { } few
            ? new Part(await AmongAsync(few, input, now, cancellationToken), null)
            : await LookThroughAsync(input, now, cancellationToken);
        var last = part.Cases.Count > PageSize ? part.Cases[PageSize - 1] : null;
        var rows = await db.RowsOfAsync([.. part.Cases.Take(PageSize)], await sharing.ForAsync(input.By, cancellationToken), now, cancellationToken);
        return new Page(await CountAsync(cancellationToken), rows, last is null ? part.End : new QueuePlace(last.Turn, last.Id));
    }

    /// <summary>Cases that can be named before looking: what the officer holds, or what has the words. Null where there is no such few.</summary>
    private async Task<IReadOnlyList<Guid>?> FewAsync(Input input, DateTimeOffset now, CancellationToken cancellationToken) => input.Filter switch
    {
        { Words: { Length: > 0 } words } => await find.NewestAsync(words, cancellationToken),
        { Holder: QueueHolder.Mine } => await db.CaseClaims.Where(c => c.OfficerId == input.By.OfficerId && c.HeldUntil > now)
            .OrderBy(c => c.HeldUntil).Take(MaxCounted).Select(c => c.CaseFileId).ToListAsync(cancellationToken),
        _ => null,
    };

    private async Task<IReadOnlyList<CaseFile>> AmongAsync(IReadOnlyList<Guid> few, Input input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (few.Count == 0)
            return [];
        var states = input.Filter.States;
        return await InOrder(Narrow(db.ShownCases.Where(c => few.Contains(c.Id) && states.Contains(c.State)), input, now), input.After)
            .Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    /// <remarks>State by state, as the index has them, in one question; what lies beyond the nearest end is left to the next page.</remarks>
    private async Task<Part> LookThroughAsync(Input input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOpen = IsOpen(input.Filter);
        var found = await input.Filter.States
            .Select(state => isOpen ? BeginOf(state, input) : InOrder(Narrow(BeginOf(state, input).Take(MaxLookedAt), input, now), null))
            .Select(cases => cases.Take(PageSize + 1)).Aggregate(Queryable.Concat).ToListAsync(cancellationToken);
        var end = isOpen ? null : await EndAsync([.. input.Filter.States.Where(state => found.Count(c => c.State == state) <= PageSize)], input, cancellationToken);
        return new Part([.. found.Where(c => end is null || !IsBefore(end.Turn, end.Id, new QueuePlace(c.Turn, c.Id))).OrderBy(c => c.Turn).ThenBy(c => c.Id)], end);
    }

    /// <summary>The nearest place at which one of these states was looked through no further; null where all were to their end.</summary>
    private Task<QueuePlace?> EndAsync(IReadOnlyList<CaseState> states, Input input, CancellationToken cancellationToken) => states.Count == 0
        ? Task.FromResult<QueuePlace?>(null)
        : InOrder(states.Select(state => BeginOf(state, input).Skip(MaxLookedAt - 1).Take(1)).Aggregate(Queryable.Concat), null)
            .Select(c => new QueuePlace(c.Turn, c.Id)).FirstOrDefaultAsync(cancellationToken);

    /// <remarks>People in danger have an index of their own.</remarks>
    private IQueryable<CaseFile> BeginOf(CaseState state, Input input)
    {
        var cases = db.ShownCases.Where(c => c.State == state);
        return InOrder(input.Filter.IsDanger is true ? cases.Where(c => c.Rank >= QueueRank.Danger) : cases, input.After);
    }

    private static bool IsOpen(QueueFilter filter) =>
        filter is { Band: null, IsDanger: not false, MinDays: null, Channel: null, Holder: QueueHolder.All };

    private static IQueryable<CaseFile> InOrder(IQueryable<CaseFile> cases, QueuePlace? after)
    {
        // The first bound is for the index, which would else be read from its beginning.
        var further = after is { } place
            ? cases.Where(c => c.Turn >= place.Turn && (c.Turn > place.Turn || c.Id.CompareTo(place.Id) > 0))
            : cases;
        return further.OrderBy(c => c.Turn).ThenBy(c => c.Id);
    }

    private IQueryable<CaseFile> Narrow(IQueryable<CaseFile> cases, Input input, DateTimeOffset now)
    {
        var (filter, claims, reports) = (input.Filter, db.CaseClaims, db.CaseReports);
        if (filter.Band is { } band)
            cases = cases.Where(c => c.Band == band);
        if (filter.IsDanger is { } isDanger)
            cases = cases.Where(c => c.Rank >= QueueRank.Danger == isDanger);
        if (filter.MinDays is { } days && now.AddDays(-days) is var before)
            cases = cases.Where(c => c.OpenedAt <= before);
        if (filter.Channel is { Length: > 0 } channel)
            cases = cases.Where(c => reports.Any(r => r.CaseFileId == c.Id && r.Channel == channel));
        return filter.Holder switch
        {
            QueueHolder.Mine => cases.Where(c => claims.Any(m => m.CaseFileId == c.Id && m.OfficerId == input.By.OfficerId && m.HeldUntil > now)),
            QueueHolder.Unclaimed => cases.Where(c => !claims.Any(m => m.CaseFileId == c.Id && m.HeldUntil > now)),
            _ => cases,
        };
    }

    private static bool IsBefore(long turn, Guid id, QueuePlace place) =>
        turn < place.Turn || (turn == place.Turn && id.CompareTo(place.Id) < 0);

    /// <remarks>All in one question: a database on another machine answers each in a millisecond or more.</remarks>
    private async Task<Dictionary<CaseState, int>> CountAsync(CancellationToken cancellationToken)
    {
        var states = Enum.GetValues<CaseState>();
        var counts = await states
            .Select(state => db.ShownCases.Where(c => c.State == state).OrderBy(c => c.Turn).Take(MaxCounted).Select(c => c.State))
            .Aggregate((some, more) => some.Concat(more))
            .GroupBy(state => state).Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellationToken);
        return states.ToDictionary(state => state, state => counts.GetValueOrDefault(state));
    }
}
