using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_case_files_state_rank_id",
                table: "case_files");

            migrationBuilder.AddColumn<byte[]>(
                name: "look",
                table: "picture_words",
                type: "BLOB",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "preview",
                table: "picture_words",
                type: "BLOB",
                maxLength: 6144,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "channel",
                table: "case_reports",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "offer_id",
                table: "case_reports",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "rank",
                table: "case_reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "stands_apart",
                table: "case_reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "joined_at",
                table: "case_files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "case_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "seat_id",
                table: "case_files",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "case_joins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    into_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    state_before = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_joins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    first_report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    strength = table.Column<double>(type: "REAL", nullable: false),
                    resemblance = table.Column<double>(type: "REAL", nullable: false),
                    bits = table.Column<int>(type: "INTEGER", nullable: true),
                    contacts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contact_sightings",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_sightings", x => new { x.key, x.report_id });
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    joined_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "moved_offers",
                columns: table => new
                {
                    join_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    offer_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moved_offers", x => new { x.offer_id, x.join_id });
                });

            migrationBuilder.CreateTable(
                name: "prints",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", maxLength: 352, nullable: false),
                    pictures = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prints", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "public_warnings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    signs = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    report_count = table.Column<int>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_warnings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_reports_case_file_id",
                table: "case_reports",
                column: "case_file_id",
                filter: "stands_apart");

            migrationBuilder.CreateIndex(
                name: "ix_case_reports_offer_id",
                table: "case_reports",
                column: "offer_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_merged_into_id",
                table: "case_files",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_seat_id",
                table: "case_files",
                column: "seat_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_state_rank_id",
                table: "case_files",
                columns: new[] { "state", "rank", "id" },
                descending: new[] { false, true, false },
                filter: "merged_into_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_joins_from_id",
                table: "case_joins",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_joins_into_id",
                table: "case_joins",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_joins_link_id",
                table: "case_joins",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_links_first_case_id_state",
                table: "case_links",
                columns: new[] { "first_case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_case_links_first_report_id_second_report_id",
                table: "case_links",
                columns: new[] { "first_report_id", "second_report_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_links_second_case_id_state",
                table: "case_links",
                columns: new[] { "second_case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_case_links_second_report_id",
                table: "case_links",
                column: "second_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_sightings_report_id",
                table: "contact_sightings",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_key",
                table: "contacts",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contacts_standing_id",
                table: "contacts",
                columns: new[] { "standing", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_moved_offers_join_id",
                table: "moved_offers",
                column: "join_id");

            migrationBuilder.CreateIndex(
                name: "ix_prints_report_id",
                table: "prints",
                column: "report_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_warnings_case_file_id",
                table: "public_warnings",
                column: "case_file_id",
                unique: true,
                filter: "withdrawn_at IS NULL");

            // Every case that is there was opened for its own offer, and stands by itself.
            migrationBuilder.Sql("UPDATE case_files SET seat_id = id");
            migrationBuilder.Sql("UPDATE case_reports SET offer_id = case_file_id, rank = (SELECT f.rank FROM case_files f WHERE f.id = case_file_id)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_joins");

            migrationBuilder.DropTable(
                name: "case_links");

            migrationBuilder.DropTable(
                name: "contact_sightings");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "moved_offers");

            migrationBuilder.DropTable(
                name: "prints");

            migrationBuilder.DropTable(
                name: "public_warnings");

            migrationBuilder.DropIndex(
                name: "ix_case_reports_case_file_id",
                table: "case_reports");

            migrationBuilder.DropIndex(
                name: "ix_case_reports_offer_id",
                table: "case_reports");

            migrationBuilder.DropIndex(
                name: "ix_case_files_merged_into_id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "ix_case_files_seat_id",
                table: "case_files");

            migrationBuilder.DropIndex(
                name: "ix_case_files_state_rank_id",
                table: "case_files");

            migrationBuilder.DropColumn(
                name: "look",
                table: "picture_words");

            migrationBuilder.DropColumn(
                name: "preview",
                table: "picture_words");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "case_reports");

            migrationBuilder.DropColumn(
                name: "offer_id",
                table: "case_reports");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "case_reports");

            migrationBuilder.DropColumn(
                name: "stands_apart",
                table: "case_reports");

            migrationBuilder.DropColumn(
                name: "joined_at",
                table: "case_files");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "case_files");

            migrationBuilder.DropColumn(
                name: "seat_id",
                table: "case_files");

            migrationBuilder.CreateIndex(
                name: "ix_case_files_state_rank_id",
                table: "case_files",
                columns: new[] { "state", "rank", "id" },
                descending: new[] { false, true, false });
        }
    }
}
