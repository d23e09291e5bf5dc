using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Work;

/// <summary>Leases due work; any number of processes may do so at once.</summary>
internal sealed class WorkQueue(IServiceScopeFactory scopes, IEnumerable<WorkKind> kinds, TimeProvider clock)
{
    private readonly ILookup<WorkLane, string> _names = kinds.ToLookup(k => k.Lane, k => k.Name);

    /// <summary>
    /// Takes up to <paramref name="count"/> due rows of a lane for the given time and counts the attempt. What a dead
    /// worker held is taken once its lease has run out, and of what was begun before only one row at a time: if it is
    /// what kills the workers, it must not take innocent work with it.
    /// </summary>
    public async Task<IReadOnlyList<WorkItem>> LeaseAsync(
        WorkLane lane, int count, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        var now = clock.GetUtcNow();
        var names = _names[lane].ToArray();
        var due = db.Work.AsNoTracking()
            .Where(w => w.ParkedAt == null && w.DueAt <= now && (w.LeasedUntil == null || w.LeasedUntil < now))
            .Where(w => names.Contains(w.Kind));

        // A look costs nothing on an idle desk; only when there is something do we become a writer.
        if (!await due.AnyAsync(cancellationToken))
            return [];
        var places = string.Join(',', names.Select((_, i) => $"{{{i + 4}}}"));
        object[] values =
            [TimeOrderedId.At(now), db.Stored(now + time), db.Stored(now), count, .. names];
        return await db.Work.FromSqlRaw(Sql(db.IsEmbedded, places), values).AsNoTracking().ToListAsync(cancellationToken);
    }

    private static string Sql(bool isEmbedded, string kinds)
    {
        var due = $$"""
            parked_at IS NULL AND due_at <= {2} AND (leased_until IS NULL OR leased_until < {2}) AND kind IN ({{kinds}})
            """;
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
