using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RemovalProven : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_case_file_id",
                table: "orders");

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "reports",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "acknowledged_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_by",
                table: "dispatches",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_identity",
                table: "dispatches",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_sha256",
                table: "dispatches",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_to",
                table: "dispatches",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "server_answer",
                table: "dispatches",
                type: "character varying(512)",
                maxLength: 512,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recipient_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_used_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporter_mails",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    named_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_mails", x => x.report_id);
                });

            migrationBuilder.CreateTable(
                name: "reporter_messages",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_messages", x => x.report_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_case_file_id_state",
                table: "orders",
                columns: new[] { "case_file_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_captures_shown",
                table: "captures",
                columns: new[] { "item_id", "id" },
                filter: "occasion <> 'Watch' AND state = 'There'");

            migrationBuilder.CreateIndex(
                name: "ix_recipient_keys_hash",
                table: "recipient_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recipient_keys_recipient_id",
                table: "recipient_keys",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_mails_address_hash_slot",
                table: "reporter_mails",
                columns: new[] { "address_hash", "slot" },
                unique: true,
                filter: "slot IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_mails_asked_at",
                table: "reporter_mails",
                column: "asked_at");

            // Who answered by the page or the call before this was kept with the order.
            migrationBuilder.Sql("UPDATE orders SET acknowledged_at = (SELECT min(at) FROM events WHERE events.subject_id = orders.id AND kind IN ('order.said-removed', 'order.refused'))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recipient_keys");

            migrationBuilder.DropTable(
                name: "reporter_mails");

            migrationBuilder.DropTable(
                name: "reporter_messages");

            migrationBuilder.DropIndex(
                name: "ix_orders_case_file_id_state",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_captures_shown",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "language",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "acknowledged_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "sent_by",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "sent_identity",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "sent_sha256",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "sent_to",
                table: "dispatches");

            migrationBuilder.DropColumn(
                name: "server_answer",
                table: "dispatches");

            migrationBuilder.CreateIndex(
                name: "ix_orders_case_file_id",
                table: "orders",
                column: "case_file_id");
        }
    }
}
