using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Queues;
using Terjaga.Tests.Casework.Queues;

namespace Terjaga.Tests.Casework.Claims;

public sealed class ClaimTests(ScratchPostgres postgres)
{
    /// <summary>Officers who ask for the next case at one moment.</summary>
    private const int Officers = 20;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Twenty_officers_who_ask_at_once_get_the_twenty_most_urgent_cases_one_each(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var all = await desk.OpenManyAsync(Officers + 5);

        var given = await Task.WhenAll(Enumerable.Range(0, Officers).Select(_ => Task.Run(() => NextAsync(desk, TestDesk.As(Role.Kp2miAnalyst)))));

        Assert.Equal(all.Take(Officers).Order(), given.Select(Expect.Value).Order());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_twenty_officers_who_take_one_case_one_gets_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = (await desk.OpenManyAsync(1))[0];

        var results = await Task.WhenAll(Enumerable.Range(0, Officers).Select(_ => Task.Run(() => ClaimAsync(desk, TestDesk.As(Role.Kp2miAnalyst), id))));

        Assert.Single(results, result => result.TryGet(out var _, out _));
        Assert.All(results.Where(result => !result.TryGet(out var _, out _)), result => Expect.Problem("case.claimed", result));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_that_a_colleague_holds_cannot_be_decided_until_the_hold_ends(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = (await desk.OpenManyAsync(1))[0];
        var holder = TestDesk.As(Role.Kp2miAnalyst);
        var hold = Expect.Value(await ClaimAsync(desk, holder, id));
        Assert.Equal(desk.Clock.GetUtcNow() + CaseClaim.Lease, hold.Until);

        Expect.Problem("case.claimed", await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Assert.Equal(holder.OfficerId, Assert.Single((await QueueTests.ListAsync(desk, new QueueFilter())).Rows).Holder?.OfficerId);
        Assert.Empty((await QueueTests.ListAsync(desk, new QueueFilter(Holder: QueueHolder.Unclaimed))).Rows);
        Expect.Problem("case.nothing-next", await NextAsync(desk, TestDesk.As(Role.Kp2miAnalyst)));

        desk.Clock.Advance(CaseClaim.Lease);
        var other = TestDesk.As(Role.Kp2miAnalyst);
        Assert.Equal(id, Expect.Value(await NextAsync(desk, other)));
        Expect.Problem("case.claimed", await DecideAsync(desk, holder, id));
        Expect.Value(await DecideAsync(desk, other, id));
        Assert.Equal(0, await desk.ReadAsync(db => db.CaseClaims.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Opening_renews_a_hold_and_letting_go_ends_it()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = (await desk.OpenManyAsync(1))[0];
        var (holder, other) = (TestDesk.As(Role.Kp2miAnalyst), TestDesk.As(Role.Kp2miAnalyst));
        Expect.Value(await ClaimAsync(desk, holder, id));

        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        var seen = await desk.RunAsync<ClaimCase, CaseHold?>(claim => claim.LookAsync(holder, id, TestContext.Current.CancellationToken));
        Assert.Equal(desk.Clock.GetUtcNow() + CaseClaim.Lease, seen?.Until);
        Expect.Value(await ReleaseAsync(other));
        Expect.Problem("case.claimed", await ClaimAsync(desk, other, id));
        Expect.Value(await ReleaseAsync(holder));
        Expect.Value(await ClaimAsync(desk, other, id));

        Task<Result<Done>> ReleaseAsync(Acting by) => desk.RunAsync<ClaimCase, Result<Done>>(claim => claim.ReleaseAsync(by, id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Next_gives_each_role_its_own_step_and_nothing_to_those_without_one()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = (await desk.OpenManyAsync(1))[0];

        Expect.Problem("case.nothing-next", await NextAsync(desk, TestDesk.As(Role.Kp2miApprover)));
        Expect.Problem("access.denied", await NextAsync(desk, TestDesk.As(Role.Auditor)));
        Expect.Problem("case.unknown", await ClaimAsync(desk, TestDesk.As(Role.Kp2miAnalyst), Guid.CreateVersion7()));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Assert.Equal(id, Expect.Value(await NextAsync(desk, TestDesk.As(Role.Kp2miApprover))));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_what_happened_meanwhile()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = (await desk.OpenManyAsync(1))[0];
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify, "Sudah dicek."));

        var news = await desk.RunAsync<ReadNews, ReadNews.News?>(read => read.RunAsync(id, 0, TestContext.Current.CancellationToken));

        Assert.Equal((0, 1), (news?.YourVersion, news?.Version));
        Assert.Equal("Sudah dicek.", Assert.Single(news!.Events).Reason);
        Assert.Empty((await desk.RunAsync<ReadNews, ReadNews.News?>(read => read.RunAsync(id, int.MaxValue, TestContext.Current.CancellationToken)))!.Events);
        Assert.Single((await desk.RunAsync<ReadNews, ReadNews.News?>(read => read.RunAsync(id, int.MinValue, TestContext.Current.CancellationToken)))!.Events);
    }

    private static Task<Result<Guid>> NextAsync(TestDesk desk, Acting by) =>
        desk.RunAsync<ClaimNext, Result<Guid>>(next => next.RunAsync(by, TestContext.Current.CancellationToken));

    private static Task<Result<CaseHold>> ClaimAsync(TestDesk desk, Acting by, Guid id) =>
        desk.RunAsync<ClaimCase, Result<CaseHold>>(claim => claim.RunAsync(by, id, TestContext.Current.CancellationToken));

    private static Task<Result<Done>> DecideAsync(TestDesk desk, Acting by, Guid id) =>
        desk.RunAsync<DecideCase, Result<Done>>(decide => decide.RunAsync(new(by, id, 0, CaseStep.Verify, "Alasan."), TestContext.Current.CancellationToken));
}
