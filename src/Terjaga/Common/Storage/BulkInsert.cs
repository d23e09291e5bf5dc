using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Terjaga.Common.Storage;

/// <summary>Stores very many new rows of one table at once, without tracking them: what one decision makes of 100,000 places.</summary>
internal static class BulkInsert
{
    /// <summary>A column, and how its value is read from an entity.</summary>
    private sealed record Column(string Name, IProperty Property)
    {
        public object? ValueOf(object row)
        {
            var value = Property.PropertyInfo?.GetValue(row);
            return Property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }

    extension(TerjagaDb db)
    {
        /// <summary>Called inside <see cref="TerjagaDb.TogetherAsync"/>. Throws <see cref="DbUpdateException"/> where an index refuses a row.</summary>
        public async Task InsertAllAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellationToken)
            where TRow : class
        {
            var entity = db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
            List<Column> columns = [.. entity.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAddOrUpdate).Select(p => new Column(p.GetColumnName(), p))];
            var table = entity.GetTableName() ?? "";
            try
            {
                if (db.Database.GetDbConnection() is NpgsqlConnection grown)
                    await CopyAsync(grown, table, columns, rows, cancellationToken);
                else
                    Insert(db, table, columns, rows, cancellationToken);
            }
            catch (DbException exception) when (exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT })
            {
                throw new DbUpdateException("A row of many is refused by an index.", exception);
            }
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string table, List<Column> columns, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.ValueOf(row) is { } value)
                    await writer.WriteAsync(value, cancellationToken);
                else
                    await writer.WriteNullAsync(cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <remarks>SQLite works in this process: one prepared statement for each row is as fast as it gets.</remarks>
    private static void Insert(TerjagaDb db, string table, List<Column> columns, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var places = Enumerable.Range(1, columns.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i}")).ToList();
#pragma warning disable CA2100 // Names of tables and columns of our own model, and places for values.
        command.CommandText = $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", places)})";
#pragma warning restore CA2100
        places.ForEach(place => command.Parameters.Add(new SqliteParameter { ParameterName = place }));
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(c => c.Name));
}
