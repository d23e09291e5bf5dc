using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Learning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "model",
                table: "screenings",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "screening_models",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    card = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    weights = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_models", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shadow_scores",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false),
                    band = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shadow_scores", x => new { x.report_id, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_screening_models_state",
                table: "screening_models",
                column: "state",
                unique: true,
                filter: "state <> 'Retired'");

            migrationBuilder.CreateIndex(
                name: "ix_screening_models_version",
                table: "screening_models",
                column: "version",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "screening_models");

            migrationBuilder.DropTable(
                name: "shadow_scores");

            migrationBuilder.DropColumn(
                name: "model",
                table: "screenings");
        }
    }
}
