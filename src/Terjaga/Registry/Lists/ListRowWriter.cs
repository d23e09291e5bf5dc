using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Terjaga.Common.Storage;

namespace Terjaga.Registry.Lists;

/// <summary>Stores rows of a snapshot many at a time, in the SQL that both databases speak; EF would take minutes for millions.</summary>
internal sealed class ListRowWriter(TerjagaDb db) : IAsyncDisposable
{
    /// <summary>Rows of one statement, and statements of one transaction: the embedded database has one writer, and a report must not wait.</summary>
    private const int RowsPerStatement = 100, StatementsPerTransaction = 20;

    private const int Columns = 7;

    private readonly List<ListRow> _waiting = new(RowsPerStatement * StatementsPerTransaction);

    private DbCommand? _command;

    public async Task AddAsync(ListRow row, CancellationToken cancellationToken)
    {
        _waiting.Add(row);
        if (_waiting.Count == RowsPerStatement * StatementsPerTransaction)
            await FlushAsync(cancellationToken);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
            return;
        using var turn = db.IsEmbedded ? await db.GetService<WriteTurns>().TakeAsync(cancellationToken) : null;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancellationToken);
        for (var at = 0; at < _waiting.Count; at += RowsPerStatement)
        {
            var count = Math.Min(RowsPerStatement, _waiting.Count - at);
            if (count == RowsPerStatement)
            {
                _command ??= Command(count);
                await RunAsync(_command, transaction, at, count, cancellationToken);
            }
            else
            {
                await using var rest = Command(count);
                await RunAsync(rest, transaction, at, count, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        _waiting.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_command is not null)
            await _command.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }

    private DbCommand Command(int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        var sql = new StringBuilder("INSERT INTO registry_rows (snapshot, number, key, other_key, owner_key, print, content) VALUES ");
        for (var i = 0; i < rows * Columns; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            command.Parameters.Add(parameter);
            sql.Append(i % Columns == 0 ? i == 0 ? "(" : ", (" : ", ").Append(parameter.ParameterName);
            if (i % Columns == Columns - 1)
                sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }

    private async Task RunAsync(DbCommand command, DbTransaction transaction, int at, int count, CancellationToken cancellationToken)
    {
        command.Transaction = transaction;
        for (var i = 0; i < count; i++)
        {
            var row = _waiting[at + i];
            object?[] values = [row.Snapshot, row.Number, row.Key, row.OtherKey, row.OwnerKey, row.Print, row.Content];
            for (var column = 0; column < Columns; column++)
                command.Parameters[(i * Columns) + column].Value = values[column] ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
