using System.Data.Common;

namespace Terjaga.Benchmarks.Desk;

/// <summary>Filling in the words of PostgreSQL.</summary>
internal sealed class PostgresFill : FillSql
{
    public override string Unique => "sha256(n::text::bytea)";

    public override Task<IReadOnlyList<string>> PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
    [
        "SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'", "SET work_mem = '256MB'",
        "ALTER TABLE case_reports DISABLE TRIGGER USER", "DROP INDEX ix_case_reports_search", .. Texts(),
    ]);

    public override IReadOnlyList<string> Finish() =>
    [
        "ALTER TABLE case_reports ENABLE TRIGGER USER",
        "CREATE INDEX ix_case_reports_search ON case_reports USING gin (search)",
        "UPDATE case_files SET report_count = c.reports FROM (SELECT case_file_id, count(*) AS reports FROM case_reports GROUP BY case_file_id) c WHERE c.case_file_id = case_files.id",
        """
        INSERT INTO contact_sightings (key, report_id)
        SELECT 'phone:+62812' || lpad(((row_number() OVER (ORDER BY report_id) * 7919) % 500000)::text, 7, '0'), report_id FROM case_reports
        WHERE report_id::text LIKE '01900000-%' AND right(report_id::text, 1) IN ('0', '2', '4', '6', '8', 'a', 'c', 'e')
        """,
        "VACUUM ANALYZE", "CHECKPOINT",
    ];

    public override string Columns(string table) =>
        $"SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}' AND is_generated = 'NEVER'";

    public override string Numbers(int count) => $"generate_series(1, {count}) AS n";

    public override string Id(int sort, string number) => $"('01900000-0000-7000-800{sort}-' || lpad(to_hex({number}), 12, '0'))::uuid";

    public override string Minutes(string number) => $"({number}) * interval '1 minute'";
}
