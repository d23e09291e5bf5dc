using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Terjaga.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Removal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "came_back_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_gone_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_look_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_seen",
                table: "orders",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders",
                columns: new[] { "item_id", "recipient_id" },
                unique: true,
                filter: "state <> 'Withdrawn' AND state <> 'CameBack'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "came_back_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_gone_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_look_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "last_seen",
                table: "orders");

            migrationBuilder.CreateIndex(
                name: "ix_orders_item_id_recipient_id",
                table: "orders",
                columns: new[] { "item_id", "recipient_id" },
                unique: true,
                filter: "state <> 'Withdrawn'");
        }
    }
}
