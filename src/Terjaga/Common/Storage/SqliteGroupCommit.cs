using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Terjaga.Common.Storage;

/// <summary>Group commit on the embedded database: one connection of its own, statements prepared once.</summary>
internal sealed class SqliteGroupCommit(string connectionString) : IGroupCommit
{
    /// <summary>
    /// Memory for pages of the database, in KiB (32 MiB): receipts are random, so that each touches another page of their
    /// index, and reading it back from a smaller store costs more than writing it.
    /// </summary>
    private const int CacheKibibytes = 32 * 1024;

    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private SqliteConnection? _connection;

    /// <remarks>SQLite works on the calling thread in any case; its asynchronous methods only pretend.</remarks>
    public ValueTask<bool[]> CommitAsync(
        IReadOnlyList<IReadOnlyList<Statement>> writers, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Commit(writers));

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
            await command.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
    }

    private bool[] Commit(IReadOnlyList<IReadOnlyList<Statement>> writers)
    {
        var connection = _connection ??= Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var changed = new bool[writers.Count];
        for (var i = 0; i < writers.Count; i++)
            changed[i] = Run(connection, transaction, writers[i]);
        transaction.Commit();
        return changed;
    }

    private bool Run(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<Statement> statements)
    {
        var first = 0;
        for (var i = 0; i < statements.Count; i++)
        {
            var command = Prepare(connection, statements[i]);
            command.Transaction = transaction;
            var rows = command.ExecuteNonQuery();
            if (i == 0)
                first = rows;
        }

        return first > 0;
    }

    private SqliteCommand Prepare(SqliteConnection connection, Statement statement)
    {
        if (!_prepared.TryGetValue(statement.Sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            for (var i = 0; i < statement.Values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = Place(i) });
            _prepared.Add(statement.Sql, command);
        }

        for (var i = 0; i < statement.Values.Length; i++)
            command.Parameters[i].Value = statement.Values[i] ?? DBNull.Value;
        return command;
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqliteDurability.Apply(connection);
        using var cache = connection.CreateCommand();
        cache.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size=-{CacheKibibytes}");
        cache.ExecuteNonQuery();
        return connection;
    }
}
