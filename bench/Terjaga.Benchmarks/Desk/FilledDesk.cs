using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Terjaga.Benchmarks.Desk;

/// <summary>
/// Fills a stopped desk by copying the one report that it has taken, screened and filed itself: whatever columns the
/// tables have, the copies have them too. Triggers and the index of words are put aside meanwhile, and made anew at the end.
/// </summary>
internal static class FilledDesk
{
    private const int ReportsPerCase = 3;

    /// <summary>One report in so many is a copy of an offer that everybody sends.</summary>
    private const int HotEvery = 20;

    public static int ReportsOf(int cases) => cases * ReportsPerCase;

    public static async Task FillAsync(string data, string? connectionString, int cases, CancellationToken cancellationToken)
    {
        await using DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={Path.Combine(data, "terjaga.db")};Pooling=False")
            : new NpgsqlConnection(connectionString + ";Command Timeout=0;Pooling=false");
        await connection.OpenAsync(cancellationToken);
        FillSql sql = connectionString is null ? new SqliteFill() : new PostgresFill();
        foreach (var statement in await sql.PrepareAsync(connection, cancellationToken))
            await RunAsync(connection, statement, cancellationToken);
        foreach (var (table, count, different) in Tables(sql, cases))
        {
            Progress.Say($"{count} rows of {table}");
            await CopyAsync(connection, sql, table, count, different, null, cancellationToken);
        }

        Progress.Say("counts and the index of words");
        foreach (var statement in sql.Finish())
            await RunAsync(connection, statement, cancellationToken);
    }

    private static IEnumerable<(string Table, int Count, Dictionary<string, string> Different)> Tables(FillSql sql, int cases)
    {
        var (report, reports) = (sql.Id(1, "n"), ReportsOf(cases));
        var caseOfReport = $"CASE WHEN n % {HotEvery} = 0 THEN 1 + (n / {HotEvery}) % 200 ELSE 1 + (n - 1) / {ReportsPerCase} END";
        var opened = sql.Minutes($"(n - {cases}) * {(365 * 24 * 60.0 / cases).ToString(CultureInfo.InvariantCulture)}");
        var words = $"({FillSql.Text("n % 200")} || ' kota' || (n % 5000) || ' agen' || (n % 200000) || ' nomor ' || n)";
        yield return ("reports", reports, new() { ["id"] = report, ["receipt_hash"] = sql.Unique, ["text"] = words });
        yield return ("case_files", cases, new()
        {
            ["id"] = sql.Id(2, "n"),
            ["seat_id"] = sql.Id(2, "n"),
            ["opened_at"] = $"opened_at + {opened}",
            ["changed_at"] = $"changed_at + {opened}",
            ["title"] = "substr(n || ' ' || title, 1, 160)",
            ["state"] = State,
            ["rank"] = Rank,
            ["band"] = Band,
        });
        yield return ("case_reports", reports, new()
        {
            ["report_id"] = report,
            ["case_file_id"] = sql.Id(2, caseOfReport),
            ["offer_id"] = sql.Id(2, caseOfReport),
            ["words"] = words,
            ["channel"] = "CASE n % 4 WHEN 0 THEN 'facebook' WHEN 1 THEN 'telegram' WHEN 2 THEN 'tiktok' END",
        });
        yield return ("screenings", reports, new() { ["report_id"] = report });
        yield return ("events", cases, new() { ["id"] = sql.Id(3, "n"), ["subject_id"] = sql.Id(2, "n"), ["kind"] = "'case.opened'" });
    }

    /// <remarks>A fifth waits for KP2MI; two thirds are closed.</remarks>
    private const string State = """
        CASE WHEN n % 100 < 20 THEN 'New' WHEN n % 100 < 55 THEN 'Dismissed' WHEN n % 100 < 58 THEN 'Verified' WHEN n % 100 < 62 THEN 'HandedOver'
             WHEN n % 100 < 68 THEN 'Ordered' WHEN n % 100 < 70 THEN 'PartlyGone' ELSE 'Gone' END
        """;

    /// <remarks>One in a thousand in danger, a third with danger signs, a third to check; mixed over time and states.</remarks>
    private const string Rank = "CASE WHEN n % 997 = 7 THEN 120 WHEN n % 3 = 0 THEN 20 WHEN n % 3 = 1 THEN 10 ELSE 0 END";

    private const string Band = "CASE WHEN n % 997 = 7 OR n % 3 = 0 THEN 'DangerSigns' WHEN n % 3 = 1 THEN 'Check' ELSE 'None' END";

    /// <summary>Copies one row of a table, with what differs told as SQL over <c>n</c>, which counts from 1.</summary>
    /// <param name="which">Condition of the row that is copied; null for any.</param>
    public static async Task CopyAsync(
        DbConnection connection, FillSql sql, string table, int count, Dictionary<string, string> different, string? which, CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = sql.Columns(table);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                columns.Add(reader.GetString(0));
        }

        await RunAsync(connection, $"CREATE TEMP TABLE one AS SELECT {string.Join(", ", columns)} FROM {table} WHERE {which ?? "TRUE"} LIMIT 1", cancellationToken);
        await RunAsync(connection, $"""
            INSERT INTO {table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => different.GetValueOrDefault(column, column)))} FROM {sql.Numbers(count)} CROSS JOIN one
            """, cancellationToken);
        await RunAsync(connection, "DROP TABLE one", cancellationToken);
    }

    public static async Task RunAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
