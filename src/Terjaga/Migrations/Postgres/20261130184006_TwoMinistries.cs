using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Terjaga.Casework.Search;

#nullable disable

namespace Terjaga.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TwoMinistries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_case_reports_case_file_id_report_id",
                table: "case_reports");

            migrationBuilder.DropIndex(
                name: "ix_case_files_merged_into_id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "ix_case_files_state_rank_id",
                table: "case_files");

            migrationBuilder.AddColumn<string>(
                name: "content_class",
                table: "orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "urgency_ground",
                table: "orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_code_step",
                table: "officers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "sealed_code_key",
                table: "officers",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "officer_id",
                table: "invitations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "invitations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "legal_basis_id",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ministry",
                table: "events",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rules",
                table: "events",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_drafted",
                table: "case_files",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "report_count",
                table: "case_files",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "turn",
                table: "case_files",
                type: "bigint",
                nullable: false,
                computedColumnSql: "floor(extract(epoch FROM changed_at AT TIME ZONE 'UTC'))::bigint + CASE WHEN rank >= 100 THEN 900 WHEN rank >= 20 THEN 86400 WHEN rank >= 10 THEN 259200 ELSE 604800 END / CASE WHEN report_count >= 1024 THEN 11 WHEN report_count >= 512 THEN 10 WHEN report_count >= 256 THEN 9 WHEN report_count >= 128 THEN 8 WHEN report_count >= 64 THEN 7 WHEN report_count >= 32 THEN 6 WHEN report_count >= 16 THEN 5 WHEN report_count >= 8 THEN 4 WHEN report_count >= 4 THEN 3 WHEN report_count >= 2 THEN 2 ELSE 1 END - CASE WHEN rank >= 100 THEN 10000000000 ELSE 0 END",
                stored: true);

            migrationBuilder.CreateTable(
                name: "bulk_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "care_openings",
                columns: table => new
                {
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    material = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_openings", x => new { x.officer_id, x.day, x.material });
                });

            migrationBuilder.CreateTable(
                name: "case_appeals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_appeals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_claims",
                columns: table => new
                {
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_claims", x => x.case_file_id);
                });

            migrationBuilder.CreateTable(
                name: "case_decisions",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duty = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state_before = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    was_drafted = table.Column<bool>(type: "boolean", nullable: false),
                    version_before = table.Column<int>(type: "integer", nullable: false),
                    version_after = table.Column<int>(type: "integer", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_decisions", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "case_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ministry = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    print = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    struck_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_verdicts",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    checklist = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_verdicts", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "danger_files",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    raised_as = table.Column<int>(type: "integer", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signals = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    countries = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    hold = table.Column<int>(type: "integer", nullable: false),
                    hold_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_danger_files", x => x.report_id);
                });

            migrationBuilder.CreateTable(
                name: "hour_figures",
                columns: table => new
                {
                    hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    measure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bucket = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hour_figures", x => new { x.hour, x.measure, x.key, x.bucket });
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name_id = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    role_names = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", maxLength: 2048, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    transports = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "repeated_calls",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    asked = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_code = table.Column<int>(type: "integer", nullable: true),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repeated_calls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    query = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_openings", x => x.id);
                    table.CheckConstraint("ck_sealed_openings_two_persons", "decided_by <> asked_by");
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proof = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    agent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    network = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sharing_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ministry = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    actor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharing_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_ons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ministry = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    issuer = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_ons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warning_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_proposals", x => x.id);
                    table.CheckConstraint("ck_warning_proposals_two_persons", "decided_by <> proposed_by");
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders",
                columns: new[] { "item_id", "recipient_id" },
                unique: true,
                filter: "state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_case_reports_case_file_id_report_id_channel",
                table: "case_reports",
                columns: new[] { "case_file_id", "report_id", "channel" });

            migrationBuilder.CreateIndex(
                name: "ix_case_files_merged_into_id",
                table: "case_files",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_state_turn_id",
                table: "case_files",
                columns: new[] { "state", "turn", "id" },
                filter: "merged_into_id IS NULL AND report_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_state_turn_id_danger",
                table: "case_files",
                columns: new[] { "state", "turn", "id" },
                filter: "rank >= 100 AND merged_into_id IS NULL AND report_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_turn_id",
                table: "case_files",
                columns: new[] { "turn", "id" },
                filter: "is_drafted AND merged_into_id IS NULL AND report_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_acts_officer_id_id",
                table: "bulk_acts",
                columns: new[] { "officer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_openings_day",
                table: "care_openings",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_case_appeals_case_file_id_id",
                table: "case_appeals",
                columns: new[] { "case_file_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_appeals_origin_id_by",
                table: "case_appeals",
                columns: new[] { "origin_id", "by" },
                unique: true,
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_claims_held_until",
                table: "case_claims",
                column: "held_until");

            migrationBuilder.CreateIndex(
                name: "ix_case_claims_officer_id_held_until",
                table: "case_claims",
                columns: new[] { "officer_id", "held_until" });

            migrationBuilder.CreateIndex(
                name: "ix_case_decisions_act_id",
                table: "case_decisions",
                column: "act_id",
                filter: "act_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_decisions_case_file_id_version_after",
                table: "case_decisions",
                columns: new[] { "case_file_id", "version_after" });

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_case_file_id_id",
                table: "case_notes",
                columns: new[] { "case_file_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_origin_id",
                table: "case_notes",
                column: "origin_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_print",
                table: "case_notes",
                column: "print",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_verdicts_case_file_id_event_id",
                table: "case_verdicts",
                columns: new[] { "case_file_id", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_danger_files_closed_at_report_id",
                table: "danger_files",
                columns: new[] { "closed_at", "report_id" });

            migrationBuilder.CreateIndex(
                name: "ix_danger_files_level_due_at_report_id",
                table: "danger_files",
                columns: new[] { "level", "due_at", "report_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_danger_files_level_due_at_report_id1",
                table: "danger_files",
                columns: new[] { "level", "due_at", "report_id" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_danger_files_report_id",
                table: "danger_files",
                column: "report_id",
                filter: "hold <> 2");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_code",
                table: "organisations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkeys_credential_id",
                table: "passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkeys_officer_id",
                table: "passkeys",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_codes_officer_id_hash",
                table: "recovery_codes",
                columns: new[] { "officer_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_repeated_calls_begun_at",
                table: "repeated_calls",
                column: "begun_at");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_officer_id_name",
                table: "saved_views",
                columns: new[] { "officer_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sealed_openings_id",
                table: "sealed_openings",
                column: "id",
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_openings_report_id_asked_by",
                table: "sealed_openings",
                columns: new[] { "report_id", "asked_by" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_officer_id_started_at",
                table: "sessions",
                columns: new[] { "officer_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sharing_rules_ministry_field_valid_from",
                table: "sharing_rules",
                columns: new[] { "ministry", "field", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_ons_issuer_subject",
                table: "sign_ons",
                columns: new[] { "issuer", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_ons_officer_id",
                table: "sign_ons",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_warning_proposals_case_file_id",
                table: "warning_proposals",
                column: "case_file_id",
                unique: true,
                filter: "decided_at IS NULL");

            migrationBuilder.AddSearchIndex();

            // Who spoke of danger before there was a queue for it is looked at first: the clock ran out long ago.
            migrationBuilder.Sql(
                """
                INSERT INTO danger_files (report_id, level, raised_as, raised_at, due_at, signals, countries, words, version, hold)
                SELECT r.report_id, 0, 0, r.filed_at, r.filed_at, '', '', r.words, 0, 0 FROM case_reports r
                JOIN case_files c ON c.id = r.case_file_id WHERE r.is_danger AND c.state NOT IN ('Dismissed', 'Gone');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropSearchIndex();

            migrationBuilder.DropTable(
                name: "bulk_acts");

            migrationBuilder.DropTable(
                name: "care_openings");

            migrationBuilder.DropTable(
                name: "case_appeals");

            migrationBuilder.DropTable(
                name: "case_claims");

            migrationBuilder.DropTable(
                name: "case_decisions");

            migrationBuilder.DropTable(
                name: "case_notes");

            migrationBuilder.DropTable(
                name: "case_verdicts");

            migrationBuilder.DropTable(
                name: "danger_files");

            migrationBuilder.DropTable(
                name: "hour_figures");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "repeated_calls");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "sealed_openings");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "sharing_rules");

            migrationBuilder.DropTable(
                name: "sign_ons");

            migrationBuilder.DropTable(
                name: "warning_proposals");

            migrationBuilder.DropIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_case_reports_case_file_id_report_id_channel",
                table: "case_reports");

            migrationBuilder.DropIndex(
                name: "ix_case_files_merged_into_id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "ix_case_files_state_turn_id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "ix_case_files_state_turn_id_danger",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "ix_case_files_turn_id",
                table: "case_files");

            migrationBuilder.DropColumn(
                name: "turn",
                table: "case_files");

            migrationBuilder.DropColumn(
                name: "content_class",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "urgency_ground",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_code_step",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "sealed_code_key",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "officer_id",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "legal_basis_id",
                table: "events");

            migrationBuilder.DropColumn(
                name: "ministry",
                table: "events");

            migrationBuilder.DropColumn(
                name: "rules",
                table: "events");

            migrationBuilder.DropColumn(
                name: "is_drafted",
                table: "case_files");

            migrationBuilder.DropColumn(
                name: "report_count",
                table: "case_files");

            migrationBuilder.CreateIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders",
                columns: new[] { "item_id", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_reports_case_file_id_report_id",
                table: "case_reports",
                columns: new[] { "case_file_id", "report_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_files_merged_into_id",
                table: "case_files",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_state_rank_id",
                table: "case_files",
                columns: new[] { "state", "rank", "id" },
                descending: new[] { false, true, false },
                filter: "merged_into_id IS NULL");
        }
    }
}
