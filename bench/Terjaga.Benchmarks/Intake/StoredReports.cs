using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Terjaga.Benchmarks.Intake;

/// <summary>Looks into the database of a stopped desk: whether all that it acknowledged is there, whole.</summary>
internal static class StoredReports
{
    /// <param name="Acknowledged">Answers 201 that the clients got.</param>
    /// <param name="Incomplete">Reports without exactly one event of their receipt, or without work and not yet screened.</param>
    public sealed record Figures(long Acknowledged, long Stored, long Incomplete)
    {
        /// <summary>What was answered for and is not there whole. What was stored without an answer was under way at the end.</summary>
        public long Lost => Math.Max(0, Acknowledged - Stored) + Incomplete;

        public JsonObject ToJson() => new()
        {
            ["acknowledged"] = Acknowledged,
            ["stored"] = Stored,
            ["incomplete"] = Incomplete,
            ["lost"] = Lost,
        };
    }

    public static Figures Count(string data, long acknowledged)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "terjaga.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return new Figures(
            acknowledged,
            Number(connection, "SELECT count(*) FROM reports"),
            Number(connection, """
                SELECT count(*) FROM reports r
                WHERE (SELECT count(*) FROM events e WHERE e.subject_id = r.id AND e.kind = 'report.received') <> 1
                   OR r.id NOT IN (SELECT subject_id FROM work
                       UNION SELECT subject_id FROM events WHERE kind = 'report.screened')
                """));
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
