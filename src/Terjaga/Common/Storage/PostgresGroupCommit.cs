using Npgsql;

namespace Terjaga.Common.Storage;

/// <summary>Group commit on PostgreSQL: all statements travel in one message and end in one commit.</summary>
internal sealed class PostgresGroupCommit(NpgsqlDataSource source) : IGroupCommit
{
    public async ValueTask<bool[]> CommitAsync(
        IReadOnlyList<IReadOnlyList<Statement>> writers, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var firsts = new NpgsqlBatchCommand[writers.Count];
        for (var i = 0; i < writers.Count; i++)
        {
            foreach (var statement in writers[i])
            {
                var command = ToCommand(statement);
                batch.BatchCommands.Add(command);
                firsts[i] ??= command;
            }
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Array.ConvertAll(firsts, command => command.RecordsAffected > 0);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NpgsqlBatchCommand ToCommand(Statement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var value in statement.Values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
