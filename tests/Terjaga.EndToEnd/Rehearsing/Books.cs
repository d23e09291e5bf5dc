using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>What the desk has stored, read from beside it.</summary>
/// <param name="connectionString">Of PostgreSQL; null for the desk's own file.</param>
internal sealed class Books(DeskProcess desk, string? connectionString)
{
    /// <summary>An order with its times; null where something has not happened.</summary>
    internal sealed record Order(
        string Id, string CaseId, string Address, string State, string? LastSeen, string? Letter, DateTimeOffset? SentAt, DateTimeOffset? AcknowledgedAt,
        DateTimeOffset? SeenGoneAt, DateTimeOffset? ConfirmedGoneAt, DateTimeOffset? CameBackAt, DateTimeOffset? LateAt)
    {
        public int Number { get; } = RehearsalItems.NumberOf(Address);
    }

    /// <summary>The oldest first.</summary>
    public Task<List<Order>> OrdersAsync(CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT o.id, o.case_file_id, i.address, o.state, o.last_seen, o.dispatch_id, o.sent_at, o.acknowledged_at,
            o.seen_gone_at, o.confirmed_gone_at, o.came_back_at, o.late_at
        FROM orders o JOIN items i ON i.id = o.item_id ORDER BY o.id
        """,
        row => new Order(
            Id(row[0])!, Id(row[1])!, row.GetString(2), row.GetString(3), row[4] as string, Id(row[5]), At(row[6]), At(row[7]), At(row[8]), At(row[9]), At(row[10]), At(row[11])),
        cancellationToken);

    public async Task<long> CountAsync(string sql, CancellationToken cancellationToken) =>
        (await ReadAsync(sql, row => Convert.ToInt64(row[0], System.Globalization.CultureInfo.InvariantCulture), cancellationToken))[0];

    /// <summary>Identities, as the desk writes them in letters.</summary>
    public Task<List<string>> IdsAsync(string sql, CancellationToken cancellationToken) => ReadAsync(sql, row => Id(row[0])!, cancellationToken);

    /// <summary>What a statement finds, row by row.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of the rehearsal.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add(read(rows));
        return found;
    }

    private DbConnection Connect() => connectionString is { } postgres
        ? new NpgsqlConnection(postgres)
        : new SqliteConnection($"Data Source={Directory.GetFiles(desk.Data, "*.db").Single()};Pooling=False;Default Timeout=30");

    public static string? Id(object value) => value switch
    {
        Guid id => id.ToString("D"),
        string text => Guid.Parse(text).ToString("D"),
        _ => null,
    };

    /// <remarks>The embedded database keeps microseconds since 1970.</remarks>
    private static DateTimeOffset? At(object value) => value switch
    {
        long microseconds => DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        _ => null,
    };
}
