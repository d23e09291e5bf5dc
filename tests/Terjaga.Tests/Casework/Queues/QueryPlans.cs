using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Terjaga.Tests.Casework.Queues;

/// <summary>Keeps how the database means to find what each query asks for. PostgreSQL is told to read no whole table unless it must.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    /// <summary>One text a query, while <see cref="IsOn"/>.</summary>
    public List<string> All { get; } = [];

    public bool IsOn { get; set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsOn && !IsShort(command.CommandText))
            All.Add(await ExplainAsync(command, cancellationToken));
        return result;
    }

    /// <summary>What asks for nothing, and the list of the officers: a desk has some dozens.</summary>
    private static bool IsShort(string sql) =>
        sql.EndsWith("WHERE 0", StringComparison.Ordinal) || sql.Contains("FROM \"officers\"", StringComparison.Ordinal);

    private static async Task<string> ExplainAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var isEmbedded = command is SqliteCommand;
        await using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        if (!isEmbedded)
        {
            explain.CommandText = "SET enable_seqscan = off";
            await explain.ExecuteNonQueryAsync(cancellationToken);
        }

        explain.CommandText = (isEmbedded ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
            explain.Parameters.Add(parameter is ICloneable known ? known.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value));
        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            lines.Add(reader.GetString(isEmbedded ? 3 : 0));
        return string.Join('\n', lines);
    }
}
