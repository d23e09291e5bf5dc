using System.Globalization;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>Nothing lost, nothing twice, nothing called gone that is there: the whole way on real texts, with the power cut again and again.</summary>
public sealed class RehearsalTests(ScratchPostgres postgres, ITestOutputHelper output) : IClassFixture<ScratchPostgres>
{
    /// <summary>Items of the run that is part of the gate: three at each platform.</summary>
    private const int Few = 60;

    /// <summary>The desk lives for up to so many times as long as it took to start, so that a slow machine comes forward too; in a long run for minutes.</summary>
    private const double ShortLife = 1.2, LongLife = 60;

    private const int ManyKills = 8;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5), _longPatience = TimeSpan.FromMinutes(50);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public Task Every_order_comes_to_a_known_end_at_twenty_platforms_though_the_desk_is_killed(string database) =>
        RunAsync(new Plan(database, Few, Seed(), Kills: 1, ShortLife, _patience), output.WriteLine);

    /// <summary><c>./terjaga rehearse</c>, which says how many items, on what and from which seed, and where the report goes.</summary>
    [Fact(Explicit = true)]
    public Task Every_order_of_a_rehearsal_of_any_size_comes_to_a_known_end() => RunAsync(
        new Plan(Said("DATABASE") ?? "sqlite", Number("ITEMS") ?? Few, Seed(), ManyKills, LongLife, _longPatience), Console.Error.WriteLine);

    private async Task RunAsync(Plan plan, Action<string> say)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var connectionString = plan.Database == "postgres" ? await postgres.CreateDatabaseAsync(cancellationToken) : null;
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
