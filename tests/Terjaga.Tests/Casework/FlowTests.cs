using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;
using Terjaga.Screening.Vacancies;
using Terjaga.Takedown;
using Terjaga.Tests.Takedown;

namespace Terjaga.Tests.Casework;

public sealed class FlowTests(ScratchPostgres postgres)
{
    /// <summary>Somebody who sees everything.</summary>
    internal static Shares All { get; } = new(Enum.GetValues<SharedField>().ToDictionary(field => field, _ => SharingLevel.Whole));

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_verdict_stands_with_its_checklist_reason_ministry_and_the_rules_of_the_score(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);

        Expect.Value(await DecideAsync(desk, Role.Kp2miAnalyst, new(
            null!, id, 0, CaseStep.Verify, "Tanpa izin.", Verdict.UnlawfulPlacement, new Dictionary<string, ChecklistState> { ["permit"] = ChecklistState.Absent })));

        var found = Assert.Single((await ReadAsync(desk, id)).Verdicts);
        Assert.Equal((Verdict.UnlawfulPlacement, ChecklistState.Absent, false), (found.Verdict, found.Checklist["permit"], found.IsReversed));
        var decided = await desk.ReadAsync(db => db.Events.SingleAsync(e => e.Kind == CaseEvents.Verified));
        Assert.Equal(("Tanpa izin.", "kp2mi"), (decided.Reason, decided.Ministry));
        Assert.Equal(await desk.ReadAsync(db => db.RulesOfCaseAsync(id, TestContext.Current.CancellationToken)), decided.Rules);
        Assert.NotNull(decided.Rules);
        Assert.All(await desk.ReadAsync(db => db.Events.Where(e => e.Kind == CaseEvents.Opened).ToListAsync()), e => Assert.Null(e.Ministry));
    }

    [Theory]
    [InlineData(CaseStep.Verify, null, Verdict.Deceptive)]
    [InlineData(CaseStep.Dismiss, null, Verdict.CannotTell)]
    [InlineData(CaseStep.Dismiss, Verdict.Lawful, Verdict.Lawful)]
    public async Task A_step_without_a_verdict_says_no_more_than_is_known(CaseStep step, Verdict? said, Verdict stored)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        Expect.Value(await DecideAsync(desk, Role.Kp2miAnalyst, new(null!, id, 0, step, "Alasan.", said)));
        Assert.Equal(stored, Assert.Single((await ReadAsync(desk, id)).Verdicts).Verdict);
    }

    [Fact]
    public async Task A_verdict_an_outcome_or_a_checklist_that_does_not_fit_changes_nothing()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        DecideCase.Input input = new(null!, id, 0, CaseStep.Verify, "Alasan.");

        Expect.Problem("case.verdict-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, input with { Verdict = Verdict.Lawful }));
        Expect.Problem("case.verdict-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, input with { Verdict = (Verdict)77 }));
        Expect.Problem("case.verdict-invalid", await DecideAsync(desk, Role.Kp2miApprover, input with { Step = CaseStep.HandOver, Verdict = Verdict.Deceptive }));
        Expect.Problem("case.checklist-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, input with { Checklist = new Dictionary<string, ChecklistState> { ["x"] = ChecklistState.Present } }));
        Expect.Problem("case.checklist-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, input with { Checklist = new Dictionary<string, ChecklistState> { ["permit"] = (ChecklistState)9 } }));
        Expect.Problem("case.outcome-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, input with { Outcome = CaseOutcome.Removed }));
        Expect.Problem("case.outcome-invalid", await DecideAsync(desk, Role.KomdigiOfficer, input with { Step = CaseStep.Close }));
        Expect.Problem("case.outcome-invalid", await DecideAsync(desk, Role.KomdigiOfficer, input with { Step = CaseStep.Close, Outcome = (CaseOutcome)50 }));

        Assert.Equal(0, (await ReadAsync(desk, id)).Version);
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.SubjectId == id)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_question_of_Komdigi_waits_on_KP2MI_until_it_answers_or_dismisses(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Verify);
        await StepAsync(desk, id, Role.Kp2miApprover, CaseStep.HandOver);
        await StepAsync(desk, id, Role.KomdigiOfficer, CaseStep.Accept);
        Assert.Equal((CaseState.UnderReview, "komdigi"), await TurnAsync(desk, id));
        await StepAsync(desk, id, Role.KomdigiOfficer, CaseStep.Return);
        Assert.Equal((CaseState.Returned, "kp2mi"), await TurnAsync(desk, id));
        Expect.Problem("access.denied", await TryAsync(desk, id, Role.KomdigiOfficer, CaseStep.Answer));
        await StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Answer);
        Assert.Equal((CaseState.HandedOver, "komdigi"), await TurnAsync(desk, id));
        await StepAsync(desk, id, Role.KomdigiOfficer, CaseStep.Return);
        await StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Dismiss);

        var view = await ReadAsync(desk, id);
        Assert.Equal((CaseState.Dismissed, null), (view.State, view.WaitsFor));
        Assert.Equal([Verdict.CannotTell, Verdict.Deceptive], view.Verdicts.Select(v => v.Verdict));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Drafting_what_was_handed_over_takes_it_up_reviews_it_and_counts_as_one_change(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var id = await HandOverAsync(desk, site);
        var recipient = await OrderTests.RecipientAsync(desk, isEnabled: true);
        var bases = await BasesAsync(desk);
        var (usual, urgent) = (bases.Single(b => b.Code == "pm5-2020-15-6").Id, bases.Single(b => b.Code == "pm5-2020-15-8").Id);

        Expect.Problem("order.urgency-required", await DraftAsync(desk, id, recipient, urgent, new(null, null)));
        Expect.Problem("order.urgency-invalid", await DraftAsync(desk, id, recipient, usual, new("a", "terrorism")));
        Expect.Problem("order.urgency-invalid", await DraftAsync(desk, id, recipient, urgent, new("a", "hunger")));
        Expect.Problem("order.class-invalid", await DraftAsync(desk, id, recipient, usual, new("z", null)));
        Assert.Equal(2, (await ReadAsync(desk, id)).Version);
        Expect.Value(await DraftAsync(desk, id, recipient, urgent, new("b", "public-unrest")));

        var view = await ReadAsync(desk, id);
        Assert.Equal((CaseState.UnderReview, 3), (view.State, view.Version));
        var order = await desk.ReadAsync(db => db.Orders.SingleAsync());
        Assert.Equal(("b", "public-unrest", urgent), (order.ContentClass, order.UrgencyGround, order.LegalBasisId));
        var events = await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([CaseEvents.Accepted, CaseEvents.Reviewed, CaseEvents.OrdersDrafted], events[^3..].Select(e => e.Kind));
        Assert.All(events[^3..], e => Assert.Equal(("komdigi", urgent), (e.Ministry, e.LegalBasisId)));
        Assert.Equal(view.State, events.Select(e => e.Kind).Aggregate(CaseState.New, CaseEvents.Next));
    }

    [Fact]
    public async Task An_ended_case_says_how_it_came_out_and_a_new_place_brings_it_back()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var id = await HandOverAsync(desk, site);
        Expect.Problem("case.step-not-open", await DecideAsync(desk, Role.KomdigiOfficer, new(null!, id, 2, CaseStep.Close, "Selesai.", Outcome: CaseOutcome.Removed)));
        Expect.Value(await DecideAsync(desk, Role.KomdigiOfficer, new(null!, id, 2, CaseStep.Close, "Selesai.", Outcome: CaseOutcome.NothingToActOn)));

        var view = await ReadAsync(desk, id);
        Assert.Equal((CaseState.Closed, CaseOutcome.NothingToActOn, null), (view.State, view.Outcome, view.WaitsFor));
        var report = await desk.ReadAsync(db => db.CaseReports.Select(r => r.ReportId).FirstAsync());
        Assert.Equal(ReporterState.Closed, (await desk.ReadAsync(db => db.OutcomeOfReportAsync(report, TestContext.Current.CancellationToken)))!.State);
        Assert.Equal(CaseState.HandedOver, CaseEvents.Next(CaseState.Closed, CaseEvents.ItemJoined));
        Expect.Problem("case.step-not-open", await TryAsync(desk, id, Role.KomdigiOfficer, CaseStep.Return));
    }

    internal static async Task<Guid> HandOverAsync(TestDesk desk, TestSite site)
    {
        site.Pages.TryAdd("/a", "<p>Lowongan kerja Kamboja</p>");
        var id = await DecideCaseTests.OpenAsync(desk, $"http://{TestSite.Host}/a");
        await StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Verify);
        await StepAsync(desk, id, Role.Kp2miApprover, CaseStep.HandOver);
        return id;
    }

    internal static async Task StepAsync(TestDesk desk, Guid id, Role role, CaseStep step) => Expect.Value(await TryAsync(desk, id, role, step));

    internal static async Task<ReadCase.View> ReadAsync(TestDesk desk, Guid id, Role role = Role.Kp2miAnalyst) => Expect.Value(
        await desk.RunAsync<ReadCase, Result<ReadCase.View>>(read => read.RunAsync(TestDesk.As(role), id, TestContext.Current.CancellationToken)));

    internal static Task<IReadOnlyList<ListLegalBases.Row>> BasesAsync(TestDesk desk) =>
        desk.RunAsync<ListLegalBases, IReadOnlyList<ListLegalBases.Row>>(list => list.RunAsync(TestContext.Current.CancellationToken));

    internal static Task<Result<DraftOrders.Drafted>> DraftAsync(TestDesk desk, Guid id, Guid recipient, Guid basis, LegalReview review, Acting? by = null) =>
        desk.RunAsync<DraftOrders, Result<DraftOrders.Drafted>>(draft => draft.RunAsync(
            new(by ?? TestDesk.As(Role.KomdigiOfficer), id, 2, recipient, basis, "RANCANGAN-RAHASIA", review), TestContext.Current.CancellationToken));

    private static async Task<Result<Done>> TryAsync(TestDesk desk, Guid id, Role role, CaseStep step)
    {
        var version = await desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.Version).SingleAsync());
        return await DecideCaseTests.DecideAsync(desk, id, role, version, step);
    }

    private static async Task<(CaseState State, string? WaitsFor)> TurnAsync(TestDesk desk, Guid id) =>
        await ReadAsync(desk, id) is var view ? (view.State, view.WaitsFor) : default;

    private static Task<Result<Done>> DecideAsync(TestDesk desk, Role role, DecideCase.Input input) => desk.RunAsync<DecideCase, Result<Done>>(
        decide => decide.RunAsync(input with { By = TestDesk.As(role) }, TestContext.Current.CancellationToken));
}
