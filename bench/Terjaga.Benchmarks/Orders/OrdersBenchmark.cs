using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Terjaga.Benchmarks.Desk;

namespace Terjaga.Benchmarks.Orders;

/// <summary>One decision about very many places: from the signature to every order stored with the work that sends it.</summary>
internal static class OrdersBenchmark
{
    private const int Small = 1_000, Large = 100_000;

    /// <summary>Seconds that one decision about 100,000 items may take (issue 8, "Show").</summary>
    private const double LimitSeconds = 10;

    /// <summary>An item of many may cost so many times one of few and its cost still be called flat.</summary>
    private const double Flat = 2;

    private const string Host = "pasang.example", Reason = "Tanda bahaya ditemukan.";

    internal sealed record Took(double DraftSeconds, double SignSeconds, long Letters);

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var few = await MeasureAsync(Small, cancellationToken);
        var many = await MeasureAsync(Large, cancellationToken);
        return new JsonObject
        {
            ["draftSeconds"] = Math.Round(many.DraftSeconds, 2),
            ["signSeconds"] = Math.Round(many.SignSeconds, 2),
            ["letters"] = many.Letters,
            ["targets"] = new JsonArray(
                Target.Below($"drafting {Large} orders, seconds", many.DraftSeconds, LimitSeconds),
                Target.Below($"signing {Large} orders, stored with the work of sending, seconds", many.SignSeconds, LimitSeconds),
                Target.Below($"cost of an order, {Large} / {Small}", (many.DraftSeconds + many.SignSeconds) / Large / ((few.DraftSeconds + few.SignSeconds) / Small), Flat)),
        };
    }

    private static async Task<Took> MeasureAsync(int items, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var data = scratch.File("desk");
        Staff staff;
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken))
        {
            staff = await Staff.HireAsync(first, cancellationToken);
            await ReportAsync(first, cancellationToken);
            await first.StopAsync(cancellationToken);
        }

        Progress.Say($"a case with {items} places");
        await FillAsync(data, items - 1, cancellationToken);
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken);
        var took = await DecideAsync(desk, staff, data, items, cancellationToken);
        await desk.StopAsync(cancellationToken);
        return took;
    }

    /// <summary>One offer at one place, whose case takes in the copies.</summary>
    internal static async Task ReportAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        using var http = Loopback.Client(desk.Address);
        var report = await Staff.PostAsync(http, "/api/reports", new { link = $"https://{Host}/0", text = ReportTexts.All[1] }, cancellationToken);
        while ((string?)(await http.GetFromJsonAsync<JsonNode>((string)report!["status"]!, cancellationToken))!["state"] == "received")
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
    }

    internal static async Task FillAsync(string data, int copies, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "terjaga.db")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        var sql = new SqliteFill();
        foreach (var statement in await sql.PrepareAsync(connection, cancellationToken))
            await FilledDesk.RunAsync(connection, statement, cancellationToken);
        var (report, item) = (sql.Id(1, "n"), sql.Id(4, "n"));
        var withPlace = "item_id IS NOT NULL";
        await FilledDesk.CopyAsync(connection, sql, "items", copies, new() { ["id"] = item, ["address"] = $"'https://{Host}/' || n" }, null, cancellationToken);
        await FilledDesk.CopyAsync(connection, sql, "reports", copies, new() { ["id"] = report, ["receipt_hash"] = sql.Unique, ["repetition_hash"] = "NULL" }, null, cancellationToken);
        await FilledDesk.CopyAsync(connection, sql, "case_reports", copies, new() { ["report_id"] = report, ["item_id"] = item, ["offer_id"] = "case_file_id" }, withPlace, cancellationToken);
        foreach (var statement in sql.Finish())
            await FilledDesk.RunAsync(connection, statement, cancellationToken);
    }

    internal static async Task<Took> DecideAsync(ServerProcess desk, Staff staff, string data, int items, CancellationToken cancellationToken)
    {
        var clients = staff.Members.DistinctBy(member => member.Role).ToDictionary(member => member.Role, member => Staff.ClientOf(member, desk.Address));
        using var administrator = Loopback.Client(desk.Address);
        await Staff.PostAsync(administrator, "/api/session", new { Name = "admin", Staff.Password }, cancellationToken);
        var drafter = clients["KomdigiOfficer"];
        var recipient = (string)(await Staff.PostAsync(
            drafter, "/api/recipients", new { Name = "Pasang", Hosts = Host, Channel = "Mail", Address = $"abuse@{Host}", IsEnabled = false, Source = "benchmark" }, cancellationToken))!["id"]!;
        await Staff.PostAsync(administrator, $"/api/recipients/{recipient}/sending", new { IsEnabled = true }, cancellationToken);
        var basis = (string)(await drafter.GetFromJsonAsync<JsonNode>("/api/legal-bases", cancellationToken))![0]!["id"]!;

        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "terjaga.db")};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(cancellationToken);
        var id = Guid.Parse((string)await ReadAsync(connection, "SELECT case_file_id FROM case_reports WHERE item_id IS NOT NULL LIMIT 1", cancellationToken));
        await DecideAsync(clients["Kp2miAnalyst"], id, 0, "Verify", cancellationToken);
        await DecideAsync(clients["Kp2miApprover"], id, 1, "HandOver", cancellationToken);

        Progress.Say($"{items} orders");
        var draft = await TimeAsync(() => Staff.PostAsync(drafter, $"/api/cases/{id}/orders", new { Version = 2, RecipientId = recipient, LegalBasisId = basis, Reason }, cancellationToken));
        var version = Convert.ToInt32(await ReadAsync(connection, $"SELECT version FROM case_files WHERE id = '{id.ToString().ToUpperInvariant()}'", cancellationToken), CultureInfo.InvariantCulture);
        var sign = await TimeAsync(() => Staff.PostAsync(clients["KomdigiApprover"], $"/api/cases/{id}/signatures", new { Version = version, Reason }, cancellationToken));
        var signed = (long)await ReadAsync(connection, "SELECT count(*) FROM orders WHERE state <> 'Drafted'", cancellationToken);
        if (signed != items)
            throw new InvalidOperationException($"{signed} orders are signed, not {items}.");
        return new Took(draft, sign, (long)await ReadAsync(connection, "SELECT count(*) FROM dispatches", cancellationToken));
    }

    private static Task<JsonNode?> DecideAsync(HttpClient officer, Guid id, int version, string step, CancellationToken cancellationToken) =>
        Staff.PostAsync(officer, $"/api/cases/{id}/decisions", new { version, step, reason = Reason }, cancellationToken);

    internal static async Task<double> TimeAsync(Func<Task> act)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await act();
        return TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
    }

    internal static async Task<object> ReadAsync(SqliteConnection connection, string query, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return await command.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException($"Nothing found: {query}");
    }
}
