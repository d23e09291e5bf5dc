using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FiguresAndCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hour_figures",
                columns: table => new
                {
                    hour = table.Column<long>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    bucket = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hour_figures", x => new { x.hour, x.measure, x.key, x.bucket });
                });

            migrationBuilder.CreateTable(
                name: "repeated_calls",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    asked = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status_code = table.Column<int>(type: "INTEGER", nullable: true),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repeated_calls", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_repeated_calls_begun_at",
                table: "repeated_calls",
                column: "begun_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hour_figures");

            migrationBuilder.DropTable(
                name: "repeated_calls");
        }
    }
}
