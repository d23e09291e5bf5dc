using Microsoft.Data.Sqlite;

namespace Terjaga.Benchmarks.Queue;

/// <summary>
/// Fills a stopped desk by copying the one report that it has taken, screened and filed itself: whatever columns the
/// tables have, the copies have them too.
/// </summary>
internal static class SeedDesk
{
    public const int ReportCount = 100_000;

    /// <summary>Cases; the other reports join the first <see cref="HotCount"/>, as copies of one offer do.</summary>
    private const int CaseCount = 90_000;

    private const int HotCount = 200;

    /// <remarks>70,000 cases that nobody has read; the rest is spread over the later states.</remarks>
    private const string State = """
        CASE WHEN n <= 70000 THEN 'New' WHEN n <= 78000 THEN 'Dismissed' WHEN n <= 81000 THEN 'Verified'
             WHEN n <= 84000 THEN 'HandedOver' WHEN n <= 87000 THEN 'Ordered' WHEN n <= 88000 THEN 'PartlyGone' ELSE 'Gone' END
        """;

    /// <remarks>One in a hundred in danger, a third with danger signs, a third to check; mixed over time.</remarks>
    private const string Rank = "CASE WHEN n % 100 = 7 THEN 120 WHEN n % 3 = 0 THEN 20 WHEN n % 3 = 1 THEN 10 ELSE 0 END";

    private const string Band = "CASE WHEN n % 100 = 7 OR n % 3 = 0 THEN 'DangerSigns' WHEN n % 3 = 1 THEN 'Check' ELSE 'None' END";

    /// <summary>Keys in the order of n, as keys made one after the other are.</summary>
    private const string ReportId = "printf('01900000-0000-7000-8001-%012X', n)";

    private const string CaseId = "printf('01900000-0000-7000-8002-%012X', n)";

    private static readonly string _caseOfReport =
        $"printf('01900000-0000-7000-8002-%012X', CASE WHEN n <= {CaseCount} THEN n ELSE 1 + n % {HotCount} END)";

    public static void Run(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "terjaga.db")};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Copy(connection, "reports", ReportCount, new()
        {
            ["id"] = ReportId,
            ["received_at"] = "received_at + n",
            ["receipt_hash"] = "randomblob(32)",
            ["text"] = "text || n",
        });
        Copy(connection, "case_files", CaseCount, new()
        {
            ["id"] = CaseId,
            ["opened_at"] = "opened_at + n",
            ["changed_at"] = "changed_at + n",
            ["title"] = "substr(n || ' ' || title, 1, 160)",
            ["state"] = State,
            ["rank"] = Rank,
            ["band"] = Band,
            ["report_count"] = "0",
        });
        Copy(connection, "case_reports", ReportCount, new() { ["report_id"] = ReportId, ["case_file_id"] = _caseOfReport });
        Copy(connection, "screenings", ReportCount, new() { ["report_id"] = ReportId });
        Copy(connection, "events", ReportCount, new()
        {
            ["id"] = "printf('01900000-0000-7000-8003-%012X', n)",
            ["subject_id"] = ReportId,
        });
        transaction.Commit();
    }

    /// <summary>Copies one row of a table, with what differs told as SQL over <c>n</c>, which counts from 1.</summary>
    private static void Copy(SqliteConnection connection, string table, int count, Dictionary<string, string> different)
    {
        var columns = Columns(connection, table);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
            INSERT INTO {table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => different.GetValueOrDefault(column, column)))}
            FROM numbers CROSS JOIN (SELECT * FROM {table} LIMIT 1)
            """;
        command.ExecuteNonQuery();
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        List<string> columns = [];
        while (reader.Read())
            columns.Add(reader.GetString(0));
        return columns;
    }
}
