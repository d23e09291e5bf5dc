namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>The same on PostgreSQL with a second process; and of any size. In a class of its own, so that both databases are rehearsed at once.</summary>
public sealed class GrownRehearsalTests(ScratchPostgres postgres, ITestOutputHelper output) : IClassFixture<ScratchPostgres>
{
    [Fact]
    public async Task Every_order_comes_to_a_known_end_on_PostgreSQL_with_two_processes_of_which_one_is_killed() => await RehearsalRun.RunAsync(
        RehearsalRun.Short("postgres"), await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken), output.WriteLine, output);

    /// <summary><c>./terjaga rehearse</c>, which says how many items, on what and from which seed, and where the report goes.</summary>
    [Fact(Explicit = true)]
    public async Task Every_order_of_a_rehearsal_of_any_size_comes_to_a_known_end()
    {
        var plan = RehearsalRun.AsAsked();
        var connectionString = plan.Database == "postgres" ? await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken) : null;
        await RehearsalRun.RunAsync(plan, connectionString, Console.Error.WriteLine, output);
    }
}
