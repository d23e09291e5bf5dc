using Microsoft.EntityFrameworkCore;

namespace Terjaga.Campaigns.Prints;

/// <summary>The prints as they come, in order, none left out: the change feed of the index.</summary>
internal static class PrintFeed
{
    /// <summary>Prints that are read at once: some 10 MB at most.</summary>
    public const int PageSize = 10_000;

    /// <param name="IsSettled">Whether no print with a smaller number can come any more.</param>
    internal sealed record Row(long Number, Guid ReportId, byte[] Words, byte[] Pictures, bool IsSettled);

    /// <summary>The next page behind a number.</summary>
    /// <remarks>
    /// PostgreSQL gives numbers before it commits, so a smaller one may come later than a larger one. A row is settled once
    /// every transaction that began before its own has ended (manual of PostgreSQL 17, 9.27.10, <c>pg_snapshot_xmin</c>; ages bear that transactions are counted round). The embedded
    /// database has one writer, and numbers come in order.
    /// </remarks>
    public static Task<List<Row>> ReadAsync(TerjagaDb db, long after, CancellationToken cancellationToken) => db.IsEmbedded
        ? db.Database.SqlQuery<Row>(
            $"SELECT number, report_id, words, pictures, 1 AS is_settled FROM prints WHERE number > {after} ORDER BY number LIMIT {PageSize}")
            .ToListAsync(cancellationToken)
        : db.Database.SqlQuery<Row>(
            $"""
            SELECT number, report_id, words, pictures,
                age(xmin) > age((pg_snapshot_xmin(pg_current_snapshot())::text::bigint % 4294967296)::text::xid) AS is_settled
            FROM prints WHERE number > {after} ORDER BY number LIMIT {PageSize}
            """)
            .ToListAsync(cancellationToken);
}
