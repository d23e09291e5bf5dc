using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Work;

/// <summary>Leases due work; any number of processes may do so at once.</summary>
internal sealed class WorkQueue(IServiceScopeFactory scopes, IEnumerable<WorkKind> kinds, TimeProvider clock)
{
    private readonly ILookup<WorkLane, string> _names = kinds.ToLookup(k => k.Lane, k => k.Name);

    /// <summary>
    /// Takes up to <paramref name="count"/> due rows of a lane, all of the kind that has waited longest, for the given
    /// time and counts the attempt. What a dead worker held is taken once its lease has run out, and of what was begun
    /// before only one row at a time: if it is what kills the workers, it must not take innocent work with it.
    /// </summary>
    public async Task<IReadOnlyList<WorkItem>> LeaseAsync(
        WorkLane lane, int count, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        var now = clock.GetUtcNow();

        // A look costs little on an idle desk, and in a flood of one kind; only when there is something do we become a writer.
        if (await FindLongestWaitingAsync(db, lane, now, cancellationToken) is not { } kind)
            return [];
        object[] values = [TimeOrderedId.At(now), db.Stored(now + time), db.Stored(now), count, kind];
        return await db.Work.FromSqlRaw(Sql(db.IsEmbedded), values).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Those of some rows that a lease still holds, as they are stored.</summary>
    public async Task<IReadOnlyList<WorkItem>> HeldAsync(IReadOnlyList<Guid> ids, Guid? lease, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Work.AsNoTracking()
            .Where(w => ids.Contains(w.Id) && w.Lease == lease).ToListAsync(cancellationToken);
    }

    /// <remarks>One question, but kind by kind in it, as the index has them: one look over several kinds would read all that waits of the others.</remarks>
    private Task<string?> FindLongestWaitingAsync(
        TerjagaDb db, WorkLane lane, DateTimeOffset now, CancellationToken cancellationToken) => _names[lane]
        .Select(kind => db.Work.AsNoTracking()
            .Where(w => w.ParkedAt == null && w.Kind == kind && w.DueAt <= now && (w.LeasedUntil == null || w.LeasedUntil < now))
            .OrderBy(w => w.DueAt).Take(1).Select(w => new { w.Kind, w.DueAt }))
        .Aggregate(Queryable.Concat)
        .OrderBy(first => first.DueAt).Select(first => first.Kind).FirstOrDefaultAsync(cancellationToken);

    private static string Sql(bool isEmbedded)
    {
        const string due =
            "parked_at IS NULL AND kind = {4} AND due_at <= {2} AND (leased_until IS NULL OR leased_until < {2})";
        return $$"""
            UPDATE work SET lease = {0}, leased_until = {1}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM work
                WHERE {{due}} AND (attempts = 0
                    OR id = (SELECT id FROM work WHERE {{due}} AND attempts > 0 ORDER BY due_at LIMIT 1))
                ORDER BY due_at LIMIT {3} {{(isEmbedded ? "" : "FOR UPDATE SKIP LOCKED")}})
            RETURNING *
            """;
    }
}
