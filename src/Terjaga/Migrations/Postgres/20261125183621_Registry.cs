using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Registry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "confidence",
                table: "picture_words",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "check_counts",
                columns: table => new
                {
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    door = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    band = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_counts", x => new { x.on, x.door, x.band });
                });

            migrationBuilder.CreateTable(
                name: "partner_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registry_faults",
                columns: table => new
                {
                    snapshot = table.Column<int>(type: "integer", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_faults", x => new { x.snapshot, x.row });
                });

            migrationBuilder.CreateTable(
                name: "registry_rows",
                columns: table => new
                {
                    snapshot = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    other_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    owner_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    print = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_rows", x => new { x.snapshot, x.number });
                });

            migrationBuilder.CreateTable(
                name: "registry_snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    list = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    owner = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_fictional = table.Column<bool>(type: "boolean", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    fault_count = table.Column<int>(type: "integer", nullable: false),
                    added_count = table.Column<int>(type: "integer", nullable: false),
                    removed_count = table.Column<int>(type: "integer", nullable: false),
                    changed_count = table.Column<int>(type: "integer", nullable: false),
                    before_count = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_snapshots", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_partner_keys_hash",
                table: "partner_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registry_rows_snapshot_key",
                table: "registry_rows",
                columns: new[] { "snapshot", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registry_rows_snapshot_other_key",
                table: "registry_rows",
                columns: new[] { "snapshot", "other_key" },
                filter: "other_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registry_rows_snapshot_owner_key",
                table: "registry_rows",
                columns: new[] { "snapshot", "owner_key" },
                filter: "owner_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registry_snapshots_list",
                table: "registry_snapshots",
                column: "list",
                unique: true,
                filter: "state = 'Live'");

            migrationBuilder.CreateIndex(
                name: "ix_registry_snapshots_list_read_at",
                table: "registry_snapshots",
                columns: new[] { "list", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_registry_snapshots_number",
                table: "registry_snapshots",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_counts");

            migrationBuilder.DropTable(
                name: "partner_keys");

            migrationBuilder.DropTable(
                name: "registry_faults");

            migrationBuilder.DropTable(
                name: "registry_rows");

            migrationBuilder.DropTable(
                name: "registry_snapshots");

            migrationBuilder.DropColumn(
                name: "confidence",
                table: "picture_words");
        }
    }
}
