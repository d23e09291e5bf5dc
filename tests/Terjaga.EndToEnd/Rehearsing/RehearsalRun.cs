using System.Globalization;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>One rehearsal from its plan to its report; fails where a promise was broken.</summary>
internal static class RehearsalRun
{
    /// <summary>Items of the runs that are part of the gate: three at each platform.</summary>
    public const int Few = 60;

    /// <summary>The desk lives for up to so many times as long as it took to start, so that a slow machine comes forward too; in a long run for minutes.</summary>
    private const double ShortLife = 1.2, LongLife = 60;

    private const int ManyKills = 8;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5), _longPatience = TimeSpan.FromMinutes(50);

    public static Plan Short(string database) => new(database, Few, Seed(), Kills: 1, ShortLife, _patience);

    /// <summary>As <c>./terjaga rehearse</c> says it.</summary>
    public static Plan AsAsked() => new(Said("DATABASE") ?? "sqlite", Number("ITEMS") ?? Few, Seed(), ManyKills, LongLife, _longPatience);

    public static async Task RunAsync(Plan plan, string? connectionString, Action<string> say, ITestOutputHelper output)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var rehearsal = new Rehearsal(plan, connectionString, say);
        var outcome = await rehearsal.RunAsync(cancellationToken);
        output.WriteLine(outcome.Report);
        if (Said("REPORT") is { } file)
            await File.WriteAllTextAsync(file, outcome.Report + string.Concat(outcome.Broken.Select(b => $"BROKEN: {b}\n")), cancellationToken);
        Assert.True(outcome.Broken.Count == 0, $"seed {plan.Seed}:\n{string.Join('\n', outcome.Broken.Take(20))}");
    }

    /// <summary>Today's second, so that each run kills elsewhere; a failure tells it.</summary>
    private static int Seed() => Number("SEED") ?? (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % int.MaxValue);

    private static int? Number(string name) => Said(name) is { } typed ? int.Parse(typed, CultureInfo.InvariantCulture) : null;

    private static string? Said(string name) => Environment.GetEnvironmentVariable("TERJAGA_REHEARSE_" + name) is { Length: > 0 } said ? said : null;
}
