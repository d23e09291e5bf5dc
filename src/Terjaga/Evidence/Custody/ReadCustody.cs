using Microsoft.EntityFrameworkCore;

namespace Terjaga.Evidence.Custody;

/// <summary>What was done with the evidence of some items and reports, for a page.</summary>
public sealed class ReadCustody(TerjagaDb db)
{
    /// <summary>Most entries that are read; the newest ones.</summary>
    public const int MostShown = 500;

    /// <param name="Sha256">Of the bytes that were acted on; null where the act was on all that there is.</param>
    /// <param name="Place">In the log, from 0; null while it waits for one, a minute at most.</param>
    public sealed record Row(DateTimeOffset At, CustodyAct Act, Guid HolderId, Actor Actor, string? Sha256, long? Place);

    /// <summary>In the order in which it happened.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(IReadOnlyCollection<Guid> holderIds, CancellationToken cancellationToken)
    {
        var rows = await db.CustodyEntries.AsNoTracking().Where(e => holderIds.Contains(e.HolderId))
            .OrderByDescending(e => e.Id).Take(MostShown)
            .Select(e => new Row(e.At, e.Act, e.HolderId, e.Actor, e.Sha256, e.LeafIndex)).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows;
    }
}
