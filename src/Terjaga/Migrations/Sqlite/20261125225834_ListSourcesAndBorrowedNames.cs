using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListSourcesAndBorrowedNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "borrowed_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    licence = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    contacts = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrowed_names", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registry_looks",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_looks", x => x.list);
                });

            migrationBuilder.CreateIndex(
                name: "ix_borrowed_names_case_file_id_licence",
                table: "borrowed_names",
                columns: new[] { "case_file_id", "licence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "borrowed_names");

            migrationBuilder.DropTable(
                name: "registry_looks");
        }
    }
}
