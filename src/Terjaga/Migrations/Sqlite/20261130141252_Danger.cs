using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Danger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "danger_files",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    raised_as = table.Column<int>(type: "INTEGER", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    signals = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    countries = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    hold = table.Column<int>(type: "INTEGER", nullable: false),
                    hold_until = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_danger_files", x => x.report_id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_openings", x => x.id);
                    table.CheckConstraint("ck_sealed_openings_two_persons", "decided_by <> asked_by");
                });

            migrationBuilder.CreateTable(
                name: "warning_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_proposals", x => x.id);
                    table.CheckConstraint("ck_warning_proposals_two_persons", "decided_by <> proposed_by");
                });

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
                name: "ix_sealed_openings_id",
                table: "sealed_openings",
                column: "id",
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_openings_report_id_asked_by",
                table: "sealed_openings",
                columns: new[] { "report_id", "asked_by" });

            migrationBuilder.CreateIndex(
                name: "ix_warning_proposals_case_file_id",
                table: "warning_proposals",
                column: "case_file_id",
                unique: true,
                filter: "decided_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "danger_files");

            migrationBuilder.DropTable(
                name: "sealed_openings");

            migrationBuilder.DropTable(
                name: "warning_proposals");
        }
    }
}
