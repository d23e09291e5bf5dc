using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Terjaga.Benchmarks.Desk;

namespace Terjaga.Benchmarks.Orders;

/// <summary>A recipient that answers very many orders at once, while a reporter looks up a receipt.</summary>
internal static class AnswersBenchmark
{
    private const int Orders = 50_000, RowsOfCall = 1_000;

    /// <summary>Seconds in which a recipient may answer 50,000 (issue 8, "Faults to survive").</summary>
    private const double LimitSeconds = 60;

    /// <summary>A page is fast up to here: what the desk's own pages are held to under load, in milliseconds.</summary>
    private const double LimitMilliseconds = 250;

    /// <summary>Twenty look-ups a second, as a busy day has.</summary>
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(50);

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var data = scratch.File("desk");
        var staff = await FillAsync(data, cancellationToken);
        await using (var desk = await ServerProcess.StartDeskAsync(data, cancellationToken))
        {
            await OrdersBenchmark.DecideAsync(desk, staff, data, Orders, cancellationToken);
            await desk.StopAsync(cancellationToken);
        }

        var (recipient, orders) = await SendAsync(data, cancellationToken);
        await using var answered = await ServerProcess.StartDeskAsync(data, cancellationToken);
        var figures = await AnswerAsync(answered, recipient, orders, cancellationToken);
        await answered.StopAsync(cancellationToken);
        return figures;
    }

    private static async Task<Staff> FillAsync(string data, CancellationToken cancellationToken)
    {
        Staff staff;
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken))
        {
            staff = await Staff.HireAsync(first, cancellationToken);
            await OrdersBenchmark.ReportAsync(first, cancellationToken);
            await first.StopAsync(cancellationToken);
        }

        Progress.Say($"a case with {Orders} places");
        await OrdersBenchmark.FillAsync(data, Orders - 1, cancellationToken);
        return staff;
    }

    /// <summary>As if all letters had been taken: the network is another benchmark.</summary>
    private static async Task<(string Recipient, IReadOnlyList<string> Orders)> SendAsync(string data, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "terjaga.db")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            DELETE FROM work WHERE kind IN ('send-notice', 'capture-again');
            UPDATE dispatches SET composed_at = letter_at, sent_at = letter_at;
            UPDATE orders SET state = 'Sent', version = version + 1, sent_at = drafted_at, deadline_at = drafted_at + 86400000000;
            SELECT id, recipient_id FROM orders ORDER BY id;
            """;
        var orders = new List<string>();
        var recipient = "";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            orders.Add(rows.GetString(0));
            recipient = rows.GetString(1);
        }

        return (recipient, orders);
    }

    private static async Task<JsonObject> AnswerAsync(ServerProcess desk, string recipient, IReadOnlyList<string> orders, CancellationToken cancellationToken)
    {
        using var administrator = Loopback.Client(desk.Address);
        await Staff.PostAsync(administrator, "/api/session", new { Name = "admin", Staff.Password }, cancellationToken);
        var key = (string)(await Staff.PostAsync(administrator, $"/api/recipients/{recipient}/keys", new { label = "benchmark" }, cancellationToken))!["key"]!;
        using var platform = Loopback.Client(desk.Address);
        platform.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        Progress.Say($"{orders.Count} answers");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var looks = LookUpAsync(desk, ended.Token);
        var begun = Stopwatch.GetTimestamp();
        foreach (var rows in orders.Chunk(RowsOfCall))
        {
            var told = await Staff.PostAsync(
                platform, "/api/recipient/outcomes", new { outcomes = rows.Select(order => new { order, status = "removed" }) }, cancellationToken);
            if ((int)told!["taken"]! != rows.Length)
                throw new InvalidOperationException($"{told["refused"]} answers were refused.");
        }

        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await ended.CancelAsync();
        var receipts = await looks;
        return new JsonObject
        {
            ["rowsASecond"] = Math.Round(orders.Count / seconds),
            ["receiptLookUps"] = receipts.ToJson(),
            ["targets"] = new JsonArray(
                Target.Below($"{orders.Count} answers, seconds", seconds, LimitSeconds),
                Target.Below("a reporter's look-up meanwhile, p95 ms", receipts.P95, LimitMilliseconds)),
        };
    }

    private static async Task<Latencies> LookUpAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        using var http = Loopback.Client(desk.Address);
        var receipt = (string)(await Staff.PostAsync(http, "/api/reports", new { text = ReportTexts.All[2] }, cancellationToken))!["status"]!;
        using var pace = new PeriodicTimer(_pace);
        var waits = new List<double>();
        try
        {
            while (await pace.WaitForNextTickAsync(cancellationToken))
            {
                var begun = Stopwatch.GetTimestamp();
                _ = await http.GetFromJsonAsync<JsonNode>(receipt, cancellationToken);
                waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException) when (waits.Count > 0)
        {
            // All answers are in.
        }

        return new Latencies(waits);
    }
}
