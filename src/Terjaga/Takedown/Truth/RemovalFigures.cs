using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown.Truth;

/// <summary>What became of some orders, reckoned by the database itself: however many there are, a few rows for each recipient come out.</summary>
/// <remarks>Middle times are by rank (the least time that so many do not exceed), which both databases sort alike.</remarks>
internal sealed class RemovalFigures(TerjagaDb db)
{
    /// <summary>What was promised to be looked at: whether it stayed away a week, and a month.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7), Month = TimeSpan.FromDays(30);

    private const string ToDecision = "decision", ToSent = "sent", ToAcknowledged = "acknowledged", ToSeenGone = "seen", ToGone = "gone";

    private static readonly string _unknown =
        $"'{WatchedState.Changed}', '{WatchedState.Unreachable}', '{WatchedState.BehindLogin}', '{WatchedState.Unknown}'";

    /// <param name="All">Over all recipients; its name is empty.</param>
    public sealed record Table(ReadRemovals.Row All, IReadOnlyList<ReadRemovals.Row> Recipients);

    internal sealed record Counts(
        Guid RecipientId, long Sent, long Acknowledged, long Gone, long SeenGone, long There, long Unknown, long Late, long CameBack, long StayedWeek, long StayedMonth);

    /// <param name="RecipientId">Null over all recipients.</param>
    /// <param name="Half">In microseconds.</param>
    internal sealed record Times(Guid? RecipientId, string Step, long Half, long Nine);

    /// <summary>Orders that a recipient's server took in a stretch of time.</summary>
    public Task<Table> OfTimeAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        ReadAsync("o.sent_at >= {0} AND o.sent_at < {1}", [db.Stored(from), db.Stored(to)], cancellationToken);

    public Task<Table> OfCaseAsync(Guid caseFileId, CancellationToken cancellationToken) =>
        ReadAsync("o.case_file_id = {0} AND o.sent_at IS NOT NULL", [caseFileId], cancellationToken);

    private async Task<Table> ReadAsync(string scope, object[] values, CancellationToken cancellationToken)
    {
        // Written here, from names of states and columns; whatever is asked for comes as a value.
        var (countsSql, timesSql) = (Sent(scope) + CountsSql(), Sent(scope) + TimesSql());
        var counts = await db.Database.SqlQueryRaw<Counts>(countsSql, values).ToListAsync(cancellationToken);
        var times = (await db.Database.SqlQueryRaw<Times>(timesSql, values).ToListAsync(cancellationToken)).ToLookup(t => t.RecipientId);
        var ids = counts.ConvertAll(c => c.RecipientId);
        var names = await db.Recipients.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return new Table(
            ToRow("", Sum(counts), times[null]),
            [.. counts.Select(c => ToRow(names[c.RecipientId], c, times[c.RecipientId])).OrderByDescending(row => row.Sent).ThenBy(row => row.Recipient, StringComparer.Ordinal)]);
    }

    private static string Sent(string scope) =>
        $"WITH sent AS (SELECT o.* FROM orders o WHERE {scope} AND o.state <> '{OrderState.Withdrawn}')";

    private string CountsSql() => $"""

        SELECT recipient_id, COUNT(*) AS sent, COUNT(acknowledged_at) AS acknowledged, COUNT(confirmed_gone_at) AS gone,
            COUNT(*) FILTER (WHERE state = '{OrderState.SeenGone}') AS seen_gone,
            COUNT(*) FILTER (WHERE seen_gone_at IS NULL AND (last_seen IS NULL OR last_seen NOT IN ({_unknown}))) AS there,
            COUNT(*) FILTER (WHERE seen_gone_at IS NULL AND last_seen IN ({_unknown})) AS unknown,
            COUNT(late_at) AS late, COUNT(came_back_at) AS came_back,
            COUNT(*) FILTER (WHERE {Between("confirmed_gone_at", "last_gone_at")} >= {Microseconds(Week)}) AS stayed_week,
            COUNT(*) FILTER (WHERE {Between("confirmed_gone_at", "last_gone_at")} >= {Microseconds(Month)}) AS stayed_month
        FROM sent GROUP BY recipient_id
        """;

    private string TimesSql() => $"""
        ,
        reported AS (SELECT item_id, MIN(filed_at) AS at FROM case_reports WHERE item_id IN (SELECT item_id FROM sent) GROUP BY item_id),
        decided AS (
            SELECT case_file_id, MAX(at) AS at FROM case_decisions
            WHERE duty = '{Duty.Verify}' AND undone_at IS NULL AND case_file_id IN (SELECT case_file_id FROM sent) GROUP BY case_file_id),
        clocks AS (
            SELECT s.*, r.at AS reported_at, d.at AS decided_at
            FROM sent s LEFT JOIN reported r ON r.item_id = s.item_id LEFT JOIN decided d ON d.case_file_id = s.case_file_id AND d.at <= s.sent_at),
        each_one AS (
            {Took(ToDecision, "reported_at", "decided_at")} UNION ALL {Took(ToSent, "decided_at", "sent_at")}
            UNION ALL {Took(ToAcknowledged, "sent_at", "acknowledged_at")} UNION ALL {Took(ToSeenGone, "sent_at", "seen_gone_at")}
            UNION ALL {Took(ToGone, "sent_at", "confirmed_gone_at")}),
        both_ways AS (SELECT recipient_id, step, took FROM each_one UNION ALL SELECT NULL, step, took FROM each_one),
        ranked AS (
            SELECT recipient_id, step, took, ROW_NUMBER() OVER (PARTITION BY recipient_id, step ORDER BY took) AS place,
                COUNT(*) OVER (PARTITION BY recipient_id, step) AS among
            FROM both_ways WHERE took >= 0)
        SELECT recipient_id, step, MIN(CASE WHEN place * 2 >= among THEN took END) AS half, MIN(CASE WHEN place * 10 >= among * 9 THEN took END) AS nine
        FROM ranked GROUP BY recipient_id, step
        """;

    private string Took(string step, string from, string to) =>
        $"SELECT recipient_id, '{step}' AS step, {Between(from, to)} AS took FROM clocks WHERE {from} IS NOT NULL AND {to} IS NOT NULL";

    /// <summary>In microseconds, as the embedded database stores instants.</summary>
    private string Between(string from, string to) => db.IsEmbedded ? $"({to} - {from})" : $"CAST(EXTRACT(EPOCH FROM ({to} - {from})) * 1000000 AS bigint)";

    private static string Microseconds(TimeSpan span) => (span.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    private static Counts Sum(List<Counts> all) => all.Aggregate(
        new Counts(Guid.Empty, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        (sum, c) => new Counts(
            Guid.Empty, sum.Sent + c.Sent, sum.Acknowledged + c.Acknowledged, sum.Gone + c.Gone, sum.SeenGone + c.SeenGone, sum.There + c.There,
            sum.Unknown + c.Unknown, sum.Late + c.Late, sum.CameBack + c.CameBack, sum.StayedWeek + c.StayedWeek, sum.StayedMonth + c.StayedMonth));

    private static ReadRemovals.Row ToRow(string name, Counts c, IEnumerable<Times> times)
    {
        var steps = times.ToDictionary(t => t.Step);
        return new ReadRemovals.Row(
            name, (int)c.Sent, (int)c.Acknowledged, (int)c.Gone, (int)c.SeenGone, (int)c.There, (int)c.Unknown, (int)c.Late, (int)c.CameBack,
            (int)c.StayedWeek, (int)c.StayedMonth)
        {
            ToDecision = Half(ToDecision),
            ToDecisionNine = Nine(ToDecision),
            ToSent = Half(ToSent),
            ToSentNine = Nine(ToSent),
            ToAcknowledged = Half(ToAcknowledged),
            ToAcknowledgedNine = Nine(ToAcknowledged),
            ToSeenGone = Half(ToSeenGone),
            ToSeenGoneNine = Nine(ToSeenGone),
            ToGone = Half(ToGone),
            ToGoneNine = Nine(ToGone),
        };

        TimeSpan? Half(string step) => steps.TryGetValue(step, out var took) ? TimeSpan.FromMicroseconds(took.Half) : null;
        TimeSpan? Nine(string step) => steps.TryGetValue(step, out var took) ? TimeSpan.FromMicroseconds(took.Nine) : null;
    }
}
