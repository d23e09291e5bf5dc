using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "drafted_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "occasion",
                table: "captures",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Report");

            migrationBuilder.AddColumn<string>(
                name: "picture_code",
                table: "captures",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "picture_media_type",
                table: "captures",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "picture_sha256",
                table: "captures",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "warc_sha256",
                table: "captures",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "blob_grants",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<string>(type: "character varying(81)", maxLength: 81, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blob_grants", x => new { x.sha256, x.holder_id });
                });

            migrationBuilder.CreateTable(
                name: "blobs",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file = table.Column<string>(type: "character varying(81)", maxLength: 81, nullable: false),
                    size_bytes = table.Column<int>(type: "integer", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    orphaned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blobs", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "custody_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    act = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    actor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    leaf_index = table.Column<long>(type: "bigint", nullable: true),
                    leaf_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_log",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    public_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custody_tiles",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hashes = table.Column<byte[]>(type: "bytea", maxLength: 8192, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_tiles", x => new { x.level, x.number });
                });

            migrationBuilder.CreateTable(
                name: "evidence_keys",
                columns: table => new
                {
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", maxLength: 128, nullable: true),
                    destroyed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_keys", x => x.holder_id);
                });

            migrationBuilder.CreateTable(
                name: "tree_heads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    stamp = table.Column<byte[]>(type: "bytea", nullable: true),
                    stamped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tree_heads", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "custody_log",
                columns: new[] { "id", "public_key", "size" },
                values: new object[] { 1, null, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_blob_grants_file",
                table: "blob_grants",
                column: "file");

            migrationBuilder.CreateIndex(
                name: "ix_blob_grants_holder_id",
                table: "blob_grants",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_blobs_file",
                table: "blobs",
                column: "file",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_blobs_orphaned_at",
                table: "blobs",
                column: "orphaned_at",
                filter: "orphaned_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_custody_entries_holder_id_id",
                table: "custody_entries",
                columns: new[] { "holder_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_custody_entries_id",
                table: "custody_entries",
                column: "id",
                filter: "leaf_index IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_custody_entries_leaf_hash",
                table: "custody_entries",
                column: "leaf_hash",
                filter: "leaf_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_custody_entries_leaf_index",
                table: "custody_entries",
                column: "leaf_index",
                unique: true,
                filter: "leaf_index IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tree_heads_size_id",
                table: "tree_heads",
                columns: new[] { "size", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blob_grants");

            migrationBuilder.DropTable(
                name: "blobs");

            migrationBuilder.DropTable(
                name: "custody_entries");

            migrationBuilder.DropTable(
                name: "custody_log");

            migrationBuilder.DropTable(
                name: "custody_tiles");

            migrationBuilder.DropTable(
                name: "evidence_keys");

            migrationBuilder.DropTable(
                name: "tree_heads");

            migrationBuilder.DropColumn(
                name: "drafted_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "occasion",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "picture_code",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "picture_media_type",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "picture_sha256",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "warc_sha256",
                table: "captures");
        }
    }
}
