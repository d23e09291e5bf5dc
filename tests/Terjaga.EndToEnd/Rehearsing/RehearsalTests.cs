namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>Nothing lost, nothing twice, nothing called gone that is there: the whole way on real texts, with the power cut, on the embedded database.</summary>
public sealed class RehearsalTests(ITestOutputHelper output)
{
    [Fact]
    public Task Every_order_comes_to_a_known_end_at_twenty_platforms_though_the_desk_is_killed() =>
        RehearsalRun.RunAsync(RehearsalRun.Short("sqlite"), null, output.WriteLine, output);
}
