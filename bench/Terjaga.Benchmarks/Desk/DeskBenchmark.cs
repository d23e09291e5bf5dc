using System.Text.Json.Nodes;
using Terjaga.Benchmarks.Intake;

namespace Terjaga.Benchmarks.Desk;

/// <summary>Fifty officers at work on a desk with many cases, while reports arrive; the time is the server's own.</summary>
internal static class DeskBenchmark
{
    private const string Database = "desk";

    /// <summary>What a page may take in 95 of 100 times, in milliseconds (issue 7, "Speed").</summary>
    private const double LimitMs = 100;

    /// <summary>A page of a large desk may take so many times that of a small one and its cost still be called flat.</summary>
    private const double Flat = 2;

    /// <summary>Longest run: filling a million cases takes most of it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(120);

    public static async Task<JsonObject> RunAsync(DeskChoice choice, CancellationToken cancellationToken)
    {
        if (choice.IsPostgres && !PostgresCluster.IsInstalled)
            throw new MissingPartException("PostgreSQL is not installed (Debian: apt-get install postgresql).");
        var (figures, targets) = (new JsonObject { ["database"] = choice.IsPostgres ? "postgres" : "sqlite" }, new JsonArray());
        var runs = new Dictionary<int, DeskFigures>();
        foreach (var cases in new[] { DeskChoice.Small, choice.Cases }.Distinct())
        {
            runs[cases] = await MeasureAsync(cases, choice.IsPostgres, cancellationToken);
            figures[$"cases{cases}"] = runs[cases].ToJson();
        }

        var (small, large) = (runs[DeskChoice.Small], runs[choice.Cases]);
        foreach (var (name, busy) in large.Busy)
        {
            targets.Add(Target.Below($"{name} p95, ms, 50 officers", busy.P95, LimitMs));
            if (choice.Cases > DeskChoice.Small && small.Alone.TryGetValue(name, out var few) && large.Alone.TryGetValue(name, out var many))
                targets.Add(Target.Below($"{name} p50, {choice.Cases} / {DeskChoice.Small} cases, one officer", many.P50 / few.P50, Flat));
        }

        figures["targets"] = targets;
        return figures;
    }

    private static async Task<DeskFigures> MeasureAsync(int cases, bool isPostgres, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        await using var cluster = isPostgres ? await PostgresCluster.StartAsync(scratch.File("postgres"), cancellationToken) : null;
        if (cluster is not null)
            await cluster.RunToolAsync("createdb", [Database], cancellationToken);
        var (data, connection) = (scratch.File("desk"), cluster?.ConnectionString(Database));
        Progress.Say($"{cases} cases: a desk with one report and fifty officers");
        Staff staff;
        await using (var first = await ServerProcess.StartDeskAsync(data, cancellationToken, connection))
        {
            staff = await Staff.HireAsync(first, cancellationToken);
            await first.StopAsync(cancellationToken);
        }

        Progress.Say($"filling it with {cases} cases and {FilledDesk.ReportsOf(cases)} reports");
        var begun = TimeProvider.System.GetTimestamp();
        await FilledDesk.FillAsync(data, connection, cases, cancellationToken);
        var filled = TimeProvider.System.GetElapsedTime(begun);
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken, connection);
        var figures = await Shift.WorkAsync(desk, staff, cases, filled, cancellationToken);
        await desk.StopAsync(cancellationToken);
        return figures;
    }
}
