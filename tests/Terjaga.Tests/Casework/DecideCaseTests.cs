using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework;

public sealed class DecideCaseTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_two_officers_who_decide_at_once_one_wins_and_the_other_is_told(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await OpenAsync(desk);

        var results = await Task.WhenAll(
            DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify),
            DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Dismiss));

        Assert.Single(results, r => r.TryGet(out _, out var problem));
        Assert.Single(results, r => !r.TryGet(out _, out var problem) && problem.Code == "case.changed");
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.SubjectId == id && e.Kind != "case.opened")));
    }

    [Theory]
    [InlineData(Role.Kp2miApprover, CaseStep.Verify)]
    [InlineData(Role.KomdigiOfficer, CaseStep.Verify)]
    [InlineData(Role.KomdigiApprover, CaseStep.Dismiss)]
    [InlineData(Role.Administrator, CaseStep.Verify)]
    [InlineData(Role.Kp2miAnalyst, CaseStep.HandOver)]
    public async Task A_step_is_refused_to_whoever_it_is_not_the_duty_of(Role role, CaseStep step)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await OpenAsync(desk);

        Expect.Problem("access.denied", await DecideAsync(desk, id, role, 0, step));
    }

    [Fact]
    public async Task A_decision_needs_a_reason_and_keeps_it_with_actor_and_time()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await OpenAsync(desk);

        Expect.Problem("reason.required", await DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify, " "));
        Expect.Problem("reason.too-long", await DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify, new string('a', 2_001)));
        Expect.Problem("text.invalid", await DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify, "a\0"));
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        Expect.Value(await DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify, "Visa turis untuk bekerja."));

        var decided = await desk.ReadAsync(db => db.Events.SingleAsync(e => e.Kind == "case.verified"));
        Assert.Equal("Visa turis untuk bekerja.", decided.Reason);
        Assert.StartsWith("officer:", decided.Actor.Value, StringComparison.Ordinal);
        Assert.Equal(desk.Clock.GetUtcNow(), decided.At);
    }

    [Fact]
    public async Task A_step_that_is_not_open_is_refused()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await OpenAsync(desk);

        Expect.Problem("case.step-not-open", await DecideAsync(desk, id, Role.Kp2miApprover, 0, CaseStep.HandOver));
        Expect.Value(await DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Dismiss));
        Expect.Problem("case.step-not-open", await DecideAsync(desk, id, Role.Kp2miAnalyst, 1, CaseStep.Verify));
        Expect.Problem("case.step-invalid", await DecideAsync(desk, id, Role.Kp2miAnalyst, 1, (CaseStep)99));
        Expect.Problem("case.unknown", await DecideAsync(desk, Guid.CreateVersion7(), Role.Kp2miAnalyst, 0, CaseStep.Verify));
    }

    [Fact]
    public void Every_event_leads_to_the_state_that_it_names()
    {
        var walk = new[] { "case.opened", "case.report-joined", "case.verified", "case.handed-over", "case.orders-drafted", "case.ordered", "case.partly-gone", "case.gone" };

        Assert.Equal(
            [CaseState.New, CaseState.New, CaseState.Verified, CaseState.HandedOver, CaseState.HandedOver, CaseState.Ordered, CaseState.PartlyGone, CaseState.Gone],
            walk.Select((_, i) => walk[..(i + 1)].Aggregate(CaseState.New, CaseEvents.Next)));
        Assert.Equal(CaseState.HandedOver, CaseEvents.Next(CaseState.Gone, "case.item-joined"));
        Assert.Equal(CaseState.Dismissed, CaseEvents.Next(CaseState.Dismissed, "case.item-joined"));
    }

    internal static async Task<Guid> OpenAsync(TestDesk desk, string? link = null)
    {
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(link, "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung", null, null, [], null),
            TestContext.Current.CancellationToken)));
        await desk.WorkAsync();
        return await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Id).SingleAsync());
    }

    internal static Task<Result<Done>> DecideAsync(
        TestDesk desk, Guid id, Role role, int version, CaseStep step, string reason = "Alasan.") =>
        desk.RunAsync<DecideCase, Result<Done>>(decide => decide.RunAsync(
            new(TestDesk.As(role), id, version, step, reason), TestContext.Current.CancellationToken));
}
