using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Removal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders");

            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                table: "recipients",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "recipients",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Platform");

            migrationBuilder.AddColumn<long>(
                name: "came_back_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "dispatch_id",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_left_out",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "last_gone_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_look_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_seen",
                table: "orders",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawal_id",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contact_searches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_searches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dead_contacts",
                columns: table => new
                {
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    failed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_contacts", x => new { x.recipient_id, x.address });
                });

            migrationBuilder.CreateTable(
                name: "dispatches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    case_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    legal_basis_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    urgency_ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    drafted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    of_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    letter_year = table.Column<int>(type: "INTEGER", nullable: false),
                    letter_count = table.Column<int>(type: "INTEGER", nullable: false),
                    letter_at = table.Column<long>(type: "INTEGER", nullable: false),
                    composed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_years",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "order_replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    said = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    sender_domain = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    is_proven = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_shortened = table.Column<bool>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    sealed_mail = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_replies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    prepared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    released_at = table.Column<long>(type: "INTEGER", nullable: true),
                    released_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    dispatch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_choices",
                columns: table => new
                {
                    case_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chosen_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    chosen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_choices", x => new { x.case_file_id, x.host });
                    table.ForeignKey(
                        name: "fk_place_choices_recipient_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "recipients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rdap_bootstraps",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", maxLength: 2097152, nullable: false),
                    publication = table.Column<long>(type: "INTEGER", nullable: false),
                    fetched_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rdap_bootstraps", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "recipient_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    sealed_secret = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    hours = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    clock_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    seen_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient_contacts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_dispatch_id",
                table: "orders",
                column: "dispatch_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders",
                columns: new[] { "item_id", "recipient_id" },
                unique: true,
                filter: "state <> 'Withdrawn' AND state <> 'CameBack'");

            migrationBuilder.CreateIndex(
                name: "ix_orders_sent_at",
                table: "orders",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_orders_withdrawal_id",
                table: "orders",
                column: "withdrawal_id",
                filter: "withdrawal_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_searches_host",
                table: "contact_searches",
                column: "host",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispatches_case_file_id",
                table: "dispatches",
                column: "case_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispatches_letter_year_letter_count",
                table: "dispatches",
                columns: new[] { "letter_year", "letter_count" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_replies_order_id_fingerprint",
                table: "order_replies",
                columns: new[] { "order_id", "fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_steps_case_file_id",
                table: "order_steps",
                column: "case_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_order_steps_dispatch_id",
                table: "order_steps",
                column: "dispatch_id");

            migrationBuilder.CreateIndex(
                name: "ix_order_steps_order_id_code",
                table: "order_steps",
                columns: new[] { "order_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_place_choices_recipient_id",
                table: "place_choices",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_recipient_contacts_channel_address",
                table: "recipient_contacts",
                columns: new[] { "channel", "address" });

            migrationBuilder.CreateIndex(
                name: "ix_recipient_contacts_recipient_id_channel_address",
                table: "recipient_contacts",
                columns: new[] { "recipient_id", "channel", "address" },
                unique: true);

            // Recipients and orders of rehearsals, made before the two were kept apart: FictionalHost.
            migrationBuilder.Sql("UPDATE recipients SET is_test = TRUE WHERE ' ' || hosts || ' ' LIKE '%.example %'");
            migrationBuilder.Sql("UPDATE orders SET is_test = TRUE WHERE recipient_id IN (SELECT id FROM recipients WHERE is_test)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_searches");

            migrationBuilder.DropTable(
                name: "dead_contacts");

            migrationBuilder.DropTable(
                name: "dispatches");

            migrationBuilder.DropTable(
                name: "letter_years");

            migrationBuilder.DropTable(
                name: "order_replies");

            migrationBuilder.DropTable(
                name: "order_steps");

            migrationBuilder.DropTable(
                name: "place_choices");

            migrationBuilder.DropTable(
                name: "rdap_bootstraps");

            migrationBuilder.DropTable(
                name: "recipient_contacts");

            migrationBuilder.DropIndex(
                name: "ix_orders_dispatch_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_sent_at",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_withdrawal_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "is_test",
                table: "recipients");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "recipients");

            migrationBuilder.DropColumn(
                name: "came_back_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "dispatch_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "is_left_out",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "is_test",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_gone_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_look_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_seen",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "withdrawal_id",
                table: "orders");

            migrationBuilder.CreateIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders",
                columns: new[] { "item_id", "recipient_id" },
                unique: true,
                filter: "state <> 'Withdrawn'");
        }
    }
}
