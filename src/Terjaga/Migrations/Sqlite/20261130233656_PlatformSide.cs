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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "acknowledged_at",
                table: "orders");
        }
    }
}
