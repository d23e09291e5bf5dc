using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Terjaga.Casework.Search;

/// <summary>What keeps the index of words and the number of reports of each case, written in the transaction of whatever changes a report.</summary>
/// <remarks>
/// By triggers, because reports come to a case in five ways (filing, joining, parting, moving, taking back) and a count
/// that one of them forgets is wrong for ever. The migration calls <c>AddSearchIndex</c> once, as its last line.
/// </remarks>
internal static class SearchIndexSql
{
    /// <summary>Of a longer report the rest is not found by words, in characters: a tsvector holds one megabyte.</summary>
    private const string MaxIndexed = "100000";

    private const string Sqlite = $"""
        CREATE TABLE report_numbers (id INTEGER PRIMARY KEY, report_id TEXT NOT NULL UNIQUE);
        CREATE VIRTUAL TABLE report_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61');
        INSERT INTO report_numbers (report_id) SELECT report_id FROM case_reports ORDER BY report_id;
        INSERT INTO report_words (rowid, words)
            SELECT n.id, substr(r.words, 1, {MaxIndexed}) FROM report_numbers n JOIN case_reports r ON r.report_id = n.report_id;
        UPDATE case_files SET report_count = (SELECT count(*) FROM case_reports r WHERE r.case_file_id = case_files.id);
        CREATE TRIGGER case_reports_added AFTER INSERT ON case_reports BEGIN
            UPDATE case_files SET report_count = report_count + 1 WHERE id = new.case_file_id;
            INSERT INTO report_numbers (report_id) VALUES (new.report_id);
            INSERT INTO report_words (rowid, words) SELECT id, substr(new.words, 1, {MaxIndexed}) FROM report_numbers WHERE report_id = new.report_id;
        END;
        CREATE TRIGGER case_reports_moved AFTER UPDATE OF case_file_id ON case_reports WHEN old.case_file_id <> new.case_file_id BEGIN
            UPDATE case_files SET report_count = report_count - 1 WHERE id = old.case_file_id;
            UPDATE case_files SET report_count = report_count + 1 WHERE id = new.case_file_id;
        END;
        CREATE TRIGGER case_reports_changed AFTER UPDATE OF words ON case_reports BEGIN
            DELETE FROM report_words WHERE rowid = (SELECT id FROM report_numbers WHERE report_id = old.report_id);
            INSERT INTO report_words (rowid, words) SELECT id, substr(new.words, 1, {MaxIndexed}) FROM report_numbers WHERE report_id = new.report_id;
        END;
        CREATE TRIGGER case_reports_removed AFTER DELETE ON case_reports BEGIN
            UPDATE case_files SET report_count = report_count - 1 WHERE id = old.case_file_id;
            DELETE FROM report_words WHERE rowid = (SELECT id FROM report_numbers WHERE report_id = old.report_id);
            DELETE FROM report_numbers WHERE report_id = old.report_id;
        END;
        """;

    /// <remarks>Once for each statement, not for each row: a merge moves thousands of reports to one case.</remarks>
    private const string Postgres = $$"""
        ALTER TABLE case_reports ADD COLUMN search tsvector GENERATED ALWAYS AS
            (strip(to_tsvector('simple'::regconfig, regexp_replace(left(words, {{MaxIndexed}}), '[^[:alnum:]]+', ' ', 'g')))) STORED;
        CREATE INDEX ix_case_reports_search ON case_reports USING gin (search);
        UPDATE case_files SET report_count = n.reports
            FROM (SELECT case_file_id, count(*) AS reports FROM case_reports GROUP BY case_file_id) n WHERE n.case_file_id = case_files.id;
        CREATE FUNCTION count_case_reports() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                UPDATE case_files SET report_count = report_count + n.reports
                    FROM (SELECT case_file_id, count(*) AS reports FROM added GROUP BY case_file_id) n WHERE n.case_file_id = case_files.id;
            ELSIF TG_OP = 'DELETE' THEN
                UPDATE case_files SET report_count = report_count - n.reports
                    FROM (SELECT case_file_id, count(*) AS reports FROM removed GROUP BY case_file_id) n WHERE n.case_file_id = case_files.id;
            ELSE
                UPDATE case_files SET report_count = report_count + n.reports
                    FROM (SELECT case_file_id, sum(reports) AS reports FROM (
                            SELECT case_file_id, count(*) AS reports FROM added GROUP BY case_file_id
                            UNION ALL SELECT case_file_id, -count(*) FROM removed GROUP BY case_file_id) both_ways
                          GROUP BY case_file_id HAVING sum(reports) <> 0) n
                    WHERE n.case_file_id = case_files.id;
            END IF;
            RETURN NULL;
        END $body$;
        CREATE TRIGGER case_reports_added AFTER INSERT ON case_reports
            REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_case_reports();
        CREATE TRIGGER case_reports_moved AFTER UPDATE ON case_reports
            REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_case_reports();
        CREATE TRIGGER case_reports_removed AFTER DELETE ON case_reports
            REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_case_reports();
        """;

    extension(MigrationBuilder migration)
    {
        /// <summary>For the database that is being migrated.</summary>
        public void AddSearchIndex() => migration.Sql(migration.IsSqlite() ? Sqlite : Postgres);

        public void DropSearchIndex() => migration.Sql(migration.IsSqlite() ? SqliteDown : PostgresDown);
    }

    private const string SqliteDown = """
        DROP TRIGGER case_reports_added; DROP TRIGGER case_reports_moved; DROP TRIGGER case_reports_changed; DROP TRIGGER case_reports_removed;
        DROP TABLE report_words; DROP TABLE report_numbers;
        """;

    private const string PostgresDown = """
        DROP TRIGGER case_reports_added ON case_reports; DROP TRIGGER case_reports_moved ON case_reports; DROP TRIGGER case_reports_removed ON case_reports;
        DROP FUNCTION count_case_reports(); ALTER TABLE case_reports DROP COLUMN search;
        """;
}
