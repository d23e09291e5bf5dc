using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "drafted_at",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "occasion",
                table: "captures",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "picture_code",
                table: "captures",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "picture_sha256",
                table: "captures",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "warc_sha256",
                table: "captures",
                type: "TEXT",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "picture_sha256",
                table: "captures");

            migrationBuilder.DropColumn(
                name: "warc_sha256",
                table: "captures");
        }
    }
}
