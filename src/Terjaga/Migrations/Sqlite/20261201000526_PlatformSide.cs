using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlatformSide : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "acknowledged_at",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_captures_shown",
                table: "captures",
                columns: new[] { "item_id", "id" },
                filter: "occasion <> 'Watch' AND state = 'There'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_captures_shown",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "acknowledged_at",
                table: "orders");
        }
    }
}
