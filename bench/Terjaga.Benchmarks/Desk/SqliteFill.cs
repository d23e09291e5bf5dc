using System.Data.Common;

namespace Terjaga.Benchmarks.Desk;

/// <summary>Filling in the words of SQLite.</summary>
internal sealed class SqliteFill : FillSql
{
    private readonly List<string> _triggers = [];

    public override string Unique => "randomblob(32)";

    public override async Task<IReadOnlyList<string>> PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        List<string> names = [];
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                names.Add(reader.GetString(0));
                _triggers.Add(reader.GetString(1));
            }
        }

        return ["PRAGMA synchronous=OFF", "PRAGMA cache_size=-400000", "PRAGMA temp_store=MEMORY", .. names.Select(name => $"DROP TRIGGER {name}"), .. Texts()];
    }

    public override IReadOnlyList<string> Finish() =>
    [
        "INSERT INTO report_numbers (report_id) SELECT report_id FROM case_reports WHERE report_id NOT IN (SELECT report_id FROM report_numbers) ORDER BY report_id",
        "INSERT INTO report_words (rowid, words) SELECT n.id, r.words FROM report_numbers n JOIN case_reports r ON r.report_id = n.report_id WHERE n.id > 1 ORDER BY n.id",
        "CREATE TEMP TABLE counts AS SELECT case_file_id AS id, count(*) AS reports FROM case_reports GROUP BY case_file_id",
        "CREATE UNIQUE INDEX temp.counts_id ON counts (id)",
        "UPDATE case_files SET report_count = coalesce((SELECT reports FROM counts WHERE counts.id = case_files.id), 0)",
        """
        INSERT INTO contact_sightings (key, report_id)
        SELECT printf('phone:+62812%07d', (rowid * 7919) % 500000), report_id FROM case_reports WHERE report_id LIKE '01900000-%' AND rowid % 2 = 0 ORDER BY 1
        """,
        .. _triggers, "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)",
    ];

    public override string Columns(string table) => $"SELECT name FROM pragma_table_info('{table}')";

    public override string Numbers(int count) =>
        $"(WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) SELECT n FROM numbers) numbers";

    public override string Id(int sort, string number) => $"printf('01900000-0000-7000-800{sort}-%012X', {number})";

    public override string Minutes(string number) => $"CAST({number} * 60000000 AS INTEGER)";
}
