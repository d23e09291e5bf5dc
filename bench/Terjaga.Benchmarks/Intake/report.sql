-- The transaction of one report, for pgbench: report, event and work in one statement and one commit.
WITH report AS (
    INSERT INTO reports (id, received_at, text, receipt_hash)
    VALUES (gen_random_uuid(), now(), repeat('lowongan kerja ', 67), sha256(gen_random_uuid()::text::bytea))
    RETURNING id
), event AS (
    INSERT INTO events (id, at, subject_id, kind, actor)
    SELECT gen_random_uuid(), now(), id, 'report.received', 'reporter' FROM report
)
INSERT INTO work (id, kind, subject_id, created_at, due_at, attempts)
SELECT gen_random_uuid(), 'screen-report', id, now(), now(), 0 FROM report;
