using System.Globalization;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Intake;

/// <summary>The desk on PostgreSQL, beside PostgreSQL's own load program with the transaction of one report.</summary>
internal static class PostgresIntake
{
    private const string DeskDatabase = "desk";

    private const string PgbenchDatabase = "pgbench";

    private static readonly string _script = Path.Combine(AppContext.BaseDirectory, "Intake", "report.sql");

    public static async Task<JsonObject> MeasureAsync(ScratchFolder scratch, Wrk wrk, CancellationToken cancellationToken)
    {
        await using var cluster = await PostgresCluster.StartAsync(scratch.File("postgres"), cancellationToken);
        await cluster.RunToolAsync("createdb", [DeskDatabase], cancellationToken);
        var data = scratch.File("desk-on-postgres");
        var connectionString = cluster.ConnectionString(DeskDatabase);
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken, connectionString))
            await first.StopAsync(cancellationToken);
        await cluster.RunToolAsync("createdb", ["--template", DeskDatabase, PgbenchDatabase], cancellationToken);
        // The script is read by the user postgres, who may not enter the folder of this program.
        var script = Path.Combine(scratch.Path, "report.sql");
        File.Copy(_script, script);

        var figures = new JsonObject();
        foreach (var clients in IntakeBenchmark.Clients)
        {
            Progress.Say($"pgbench, {clients} clients");
            figures[$"pgbench{clients}PerSecond"] = await PgbenchAsync(cluster, script, clients, cancellationToken);
        }

        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken, connectionString);
        await wrk.RunAsync(desk, IntakeBenchmark.Clients[0], IntakeBenchmark.WarmUpSeconds, cancellationToken);
        foreach (var clients in IntakeBenchmark.Clients)
        {
            Progress.Say($"desk on PostgreSQL, {clients} clients");
            var run = await wrk.RunAsync(desk, clients, IntakeBenchmark.Seconds, cancellationToken);
            figures[$"desk{clients}"] = run.ToJson();
            figures[$"ratioToPgbench{clients}"] = Math.Round(run.PerSecond / (double)figures[$"pgbench{clients}PerSecond"]!, 2);
        }

        await desk.StopAsync(cancellationToken);
        return figures;
    }

    private static async Task<double> PgbenchAsync(
        PostgresCluster cluster, string script, int clients, CancellationToken cancellationToken)
    {
        var output = await cluster.RunToolAsync(
            "pgbench",
            [
                "-n", "-f", script, "-M", "prepared", "-c", Number(clients), "-j", "1", "-T", Number(IntakeBenchmark.Seconds),
                PgbenchDatabase,
            ],
            cancellationToken);
        var rate = output.Split('\n').First(line => line.StartsWith("tps = ", StringComparison.Ordinal));
        return Math.Round(double.Parse(rate.Split(' ')[2], CultureInfo.InvariantCulture), 1);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
