using System.Globalization;

namespace Terjaga.Casework.Queues;

/// <summary>When a case is due by the desk's own pace, and by that its place in a queue: the earliest due is first.</summary>
/// <remarks>
/// Earliest due date first keeps the longest delay as short as it can be (Jackson 1955, "Scheduling a production line to
/// minimize maximum tardiness"). The time that a case may wait falls with its risk and with each doubling of its reports.
/// Nothing in it moves with time, so a row is written anew only when its case changes; docs/decisions/0026. The database
/// computes the same, from <see cref="Sql"/>; a test compares.
/// </remarks>
internal static class QueueTurn
{
    /// <summary>A case may wait that long for a first look, in seconds, while one person reports it.</summary>
    /// <remarks>Danger: 15 minutes (docs/decisions/0026, "first response"). The others are the desk's own choice.</remarks>
    private const long Danger = 15 * Minute, Signs = 24 * Hour, Check = 72 * Hour, Nothing = 168 * Hour;

    private const long Minute = 60, Hour = 3_600;

    /// <summary>Puts every person in danger before everything else: 317 years, in seconds.</summary>
    private const long DangerFirst = 10_000_000_000;

    /// <summary>Doublings of the number of reports that still count: from 1,024 reports on, more say nothing new.</summary>
    private const int MaxDoublings = 10;

    /// <summary>Seconds since 1970, less <see cref="DangerFirst"/> where somebody may be in danger. The smaller, the earlier.</summary>
    /// <param name="since">When the case came to where it is.</param>
    public static long Of(int rank, int reportCount, DateTimeOffset since) =>
        since.ToUnixTimeSeconds() + (Allowed(rank) / Divisor(reportCount)) - (rank >= QueueRank.Danger ? DangerFirst : 0);

    public static DateTimeOffset DueAt(long turn) =>
        DateTimeOffset.FromUnixTimeSeconds(turn < 0 ? turn + DangerFirst : turn);

    /// <summary>How long a case of this rank may wait while one person reports it.</summary>
    public static TimeSpan AllowedOf(int rank) => TimeSpan.FromSeconds(Allowed(rank));

    /// <summary>By how much reports shorten the wait: 1 for one report, and one more for each doubling.</summary>
    public static int Divisor(int reportCount) =>
        1 + Math.Min(MaxDoublings, reportCount > 0 ? int.Log2(reportCount) : 0);

    /// <summary>The same, as both databases compute it from the columns of a case file.</summary>
    public static string Sql(bool isEmbedded)
    {
        var since = isEmbedded ? "changed_at / 1000000" : "floor(extract(epoch FROM changed_at AT TIME ZONE 'UTC'))::bigint";
        var divisor = string.Join(' ', Enumerable.Range(1, MaxDoublings).Reverse()
            .Select(doubling => string.Create(CultureInfo.InvariantCulture, $"WHEN report_count >= {1 << doubling} THEN {1 + doubling}")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {since}
             + CASE WHEN rank >= {QueueRank.Danger} THEN {Danger} WHEN rank >= {QueueRank.DangerSigns} THEN {Signs} WHEN rank >= {QueueRank.Check} THEN {Check} ELSE {Nothing} END
             / CASE {divisor} ELSE 1 END
             - CASE WHEN rank >= {QueueRank.Danger} THEN {DangerFirst} ELSE 0 END
            """).ReplaceLineEndings("");
    }

    private static long Allowed(int rank) => rank switch
    {
        >= QueueRank.Danger => Danger,
        >= QueueRank.DangerSigns => Signs,
        >= QueueRank.Check => Check,
        _ => Nothing,
    };
}
