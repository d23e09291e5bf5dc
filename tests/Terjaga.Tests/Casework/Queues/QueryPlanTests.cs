using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.App.Casework;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Search;
using Terjaga.Common.Storage;

namespace Terjaga.Tests.Casework.Queues;

/// <summary>What officers ask all day is found by an index, on both databases.</summary>
public sealed class QueryPlanTests(ScratchPostgres postgres)
{
    private static readonly string[] _large = ["case_files", "case_reports", "events", "contact_sightings", "items", "reports", "screenings"];

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_page_of_any_queue_begins_where_the_index_of_its_state_says(string database)
    {
        var plans = new QueryPlans();
        await using var desk = await OpenAsync(database, plans);
        var all = await desk.OpenManyAsync(3);
        var place = new QueuePlace(0, all[0]);

        foreach (var filter in new[] { new QueueFilter(CaseState.New), new QueueFilter(), new QueueFilter(CaseState.New, IsDanger: true, MinDays: 2, Channel: "tiktok", Holder: QueueHolder.Unclaimed) })
        {
            foreach (var after in new[] { null, place })
            {
                var seen = await PlansOfAsync(plans, () => QueueTests.ListAsync(desk, filter, after));
                Assert.Contains(seen, plan => plan.Contains("ix_case_files_state_turn_id", StringComparison.Ordinal));
                Assert.All(seen, plan => Assert.False(ReadsAll(plan), plan));
            }
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task People_in_danger_are_found_among_themselves(string database)
    {
        var plans = new QueryPlans();
        await using var desk = await OpenAsync(database, plans);
        await desk.OpenManyAsync(3);

        var seen = await PlansOfAsync(plans, () => QueueTests.ListAsync(desk, new QueueFilter(IsDanger: true), null));

        Assert.Contains(seen, plan => plan.Contains("ix_case_files_state_turn_id_danger", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_search_a_case_a_claim_and_the_number_of_the_queue_read_no_whole_table(string database)
    {
        var plans = new QueryPlans();
        await using var desk = await OpenAsync(database, plans);
        var id = (await desk.OpenManyAsync(3))[0];
        var (by, stop) = (TestDesk.As(Role.Kp2miAnalyst), TestContext.Current.CancellationToken);

        foreach (var text in new[] { "0812-3456-7890", "dicari kerja", "https://contoh.com/a", $"{id}" })
        {
            foreach (var after in new Guid?[] { null, Guid.CreateVersion7() })
                await ExpectAsync(() => desk.RunAsync<SearchCases, Result<SearchCases.Page>>(search => search.RunAsync(new(by, text, after), stop)));
        }

        await ExpectAsync(() => desk.RunAsync<ReadCase, Result<ReadCase.View>>(read => read.RunAsync(by, id, stop)));
        await ExpectAsync(() => desk.RunAsync<ReadCaseView, Result<CaseView>>(read => read.RunAsync(by, id, stop)));
        await ExpectAsync(() => desk.RunAsync<ClaimNext, Result<Guid>>(next => next.RunAsync(by, stop)));
        await ExpectAsync(() => desk.RunAsync<ClaimNext, Result<Guid>>(next => next.RunAsync(TestDesk.As(Role.KomdigiApprover), stop)));
        await ExpectAsync(() => desk.RunAsync<ReadNews, ReadNews.News?>(news => news.RunAsync(id, 0, stop)));
        await ExpectAsync(() => desk.RunAsync<QueueNumber, string>(number => number.ReadAsync(stop)));

        async Task ExpectAsync<T>(Func<Task<T>> ask) => Assert.All(await PlansOfAsync(plans, ask), plan => Assert.False(ReadsAll(plan), plan));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_planted_query_that_reads_a_whole_table_is_seen(string database)
    {
        var plans = new QueryPlans();
        await using var desk = await OpenAsync(database, plans);

        var seen = await PlansOfAsync(plans, () => desk.ReadAsync(db => db.CaseFiles.Where(c => c.Title == "a").ToListAsync(TestContext.Current.CancellationToken)));

        Assert.True(ReadsAll(Assert.Single(seen)));
    }

    private static bool ReadsAll(string plan) => plan.Split('\n').Select(line => line.Trim()).Any(line =>
        (line.StartsWith("SCAN ", StringComparison.Ordinal) && !line.Contains("USING", StringComparison.Ordinal) && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
            && line.Split(' ')[1] is [var letter] && char.IsLetter(letter))
        || _large.Any(table => line.Contains($"Seq Scan on {table} ", StringComparison.Ordinal)));

    private static async Task<IReadOnlyList<string>> PlansOfAsync<T>(QueryPlans plans, Func<Task<T>> ask)
    {
        plans.All.Clear();
        plans.IsOn = true;
        await ask();
        plans.IsOn = false;
        return [.. plans.All];
    }

    private Task<TestDesk> OpenAsync(string database, QueryPlans plans) => TestDesk.OpenAsync(database, postgres, null, services => services
        .ConfigureDbContext<SqliteTerjagaDb>(options => options.AddInterceptors(plans))
        .ConfigureDbContext<PostgresTerjagaDb>(options => options.AddInterceptors(plans)));
}
