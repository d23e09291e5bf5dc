using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "acknowledged_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_by",
                table: "dispatches",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_identity",
                table: "dispatches",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_sha256",
                table: "dispatches",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_to",
                table: "dispatches",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "server_answer",
                table: "dispatches",
                type: "TEXT",
                maxLength: 512,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "recipient_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revoked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporter_mails",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    named_at = table.Column<long>(type: "INTEGER", nullable: false),
                    slot = table.Column<int>(type: "INTEGER", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    verified_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_mails", x => x.report_id);
                });

            migrationBuilder.CreateTable(
                name: "reporter_messages",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    given_up_at = table.Column<long>(type: "INTEGER", nullable: true)
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
