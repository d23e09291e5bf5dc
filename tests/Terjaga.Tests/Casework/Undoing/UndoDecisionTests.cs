using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Bulk;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Notes;
using Terjaga.Casework.Undoing;
using Terjaga.Casework.Warnings;
using Terjaga.Common.Events;
using Terjaga.Takedown;

namespace Terjaga.Tests.Casework.Undoing;

/// <summary>A wrong decision about one case can be taken back while nothing has left the desk.</summary>
public sealed class UndoDecisionTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_decision_goes_back_by_the_hand_whose_duty_it_was_and_the_event_says_who_why_and_for_which_ministry(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await BackAsync(desk, id, CaseStep.Dismiss, CaseState.New);
        await BackAsync(desk, id, CaseStep.Verify, CaseState.New);
        await desk.TakeAllAsync(id, CaseStep.Verify);
        await BackAsync(desk, id, CaseStep.HandOver, CaseState.Verified);
        await desk.TakeAllAsync(id, CaseStep.HandOver);
        await BackAsync(desk, id, CaseStep.Return, CaseState.HandedOver);
        await BackAsync(desk, id, CaseStep.Accept, CaseState.HandedOver);
        await desk.TakeAllAsync(id, CaseStep.Accept);
        await BackAsync(desk, id, CaseStep.Return, CaseState.UnderReview);
        await BackAsync(desk, id, CaseStep.Close, CaseState.UnderReview, CaseOutcome.NothingToActOn);
        await desk.TakeAllAsync(id, CaseStep.Return);
        await BackAsync(desk, id, CaseStep.Answer, CaseState.Returned);

        var verdicts = (await FlowTests.ReadAsync(desk, id)).Verdicts;
        Assert.Equal([false, true, true], verdicts.Select(v => v.IsReversed));
    }

    [Fact]
    public async Task Decisions_go_back_one_after_another_to_the_beginning_and_then_there_is_none()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver, CaseStep.Accept);

        Expect.Value(await desk.UndoAsync(id, Role.KomdigiOfficer));
        Expect.Value(await desk.UndoAsync(id, Role.Kp2miApprover));
        Expect.Value(await desk.UndoAsync(id, Role.Kp2miAnalyst));
        Assert.Equal(CaseState.New, (await desk.FileAsync(id)).State);
        Expect.Problem("undo.nothing", await desk.UndoAsync(id, Role.Kp2miAnalyst));
    }

    [Fact]
    public async Task A_dismissal_of_what_Komdigi_had_returned_goes_back_to_where_it_must_be_verified_anew()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver, CaseStep.Return, CaseStep.Dismiss);

        Expect.Value(await desk.UndoAsync(id, Role.Kp2miAnalyst));

        Assert.Equal(CaseState.New, (await desk.FileAsync(id)).State);
        Expect.Problem("undo.nothing", await desk.UndoAsync(id, Role.KomdigiOfficer));
        Expect.Problem("case.step-not-open", await desk.TakeAsync(id, Role.Kp2miAnalyst, CaseStep.Answer));
    }

    [Fact]
    public async Task An_undo_asks_for_the_duty_the_version_a_reason_and_that_no_colleague_holds_the_case()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        Expect.Problem("undo.nothing", await desk.UndoAsync(id, Role.Kp2miAnalyst));
        await desk.TakeAllAsync(id, CaseStep.Verify);

        foreach (var role in Enum.GetValues<Role>().Where(role => !Authority.Allows(role, Duty.Verify)))
            Expect.Problem("access.denied", await desk.UndoAsync(id, role));
        Expect.Problem("case.changed", await desk.UndoAsync(id, Role.Kp2miAnalyst, version: 0));
        Expect.Problem("case.changed", await desk.UndoAsync(id, Role.Kp2miAnalyst, version: int.MaxValue));
        Expect.Problem("reason.required", await desk.UndoAsync(id, Role.Kp2miAnalyst, reason: " "));
        Expect.Problem("text.invalid", await desk.UndoAsync(id, Role.Kp2miAnalyst, reason: "a\0"));
        Expect.Problem("case.unknown", await desk.UndoAsync(Guid.CreateVersion7(), Role.Kp2miAnalyst, version: 1));
        Expect.Value(await desk.RunAsync<ClaimCase, Result<CaseHold>>(claim => claim.RunAsync(TestDesk.As(Role.Kp2miApprover), id, Stop)));
        Expect.Problem("case.claimed", await desk.UndoAsync(id, Role.Kp2miAnalyst));
        Assert.Equal((CaseState.Verified, 1), ((await desk.FileAsync(id)).State, (await desk.FileAsync(id)).Version));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_one_who_undoes_and_one_who_decides_on_at_once_one_wins_and_the_other_is_told(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await desk.TakeAllAsync(id, CaseStep.Verify);

        var results = await Task.WhenAll(
            desk.UndoAsync(id, Role.Kp2miAnalyst, version: 1), desk.UndoAsync(id, Role.Kp2miAnalyst, version: 1),
            DecideCaseTests.DecideAsync(desk, id, Role.Kp2miApprover, 1, CaseStep.HandOver));

        Assert.Single(results, r => r.TryGet(out _, out _));
        Assert.All(results.Where(r => !r.TryGet(out _, out _)), r => Expect.Problem("case.changed", r));
        Assert.Equal(2, (await desk.FileAsync(id)).Version);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_review_goes_back_with_its_drafts_which_can_be_drafted_again_and_not_signed(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var id = await FlowTests.HandOverAsync(desk, site);
        var recipient = await desk.RecipientAsync(TestSite.Host);
        Expect.Value(await desk.DraftAsync(id, recipient));

        Expect.Problem("access.denied", await desk.UndoAsync(id, Role.KomdigiApprover));
        Expect.Value(await desk.UndoAsync(id, Role.KomdigiOfficer));

        var file = await desk.FileAsync(id);
        Assert.Equal((CaseState.HandedOver, false), (file.State, file.IsDrafted));
        Assert.Equal(OrderState.Withdrawn, Assert.Single(await desk.OrdersAsync()).State);
        Expect.Problem("order.nothing-to-sign", await desk.SignAsync(id));
        Expect.Value(await desk.DraftAsync(id, recipient));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();
        Assert.Equal([OrderState.Withdrawn, OrderState.Sent], (await desk.OrdersAsync()).Select(o => o.State));
        Assert.Single(site.Calls);
        Assert.Equal(CaseState.Ordered, (await desk.FileAsync(id)).State);

        Expect.Problem("undo.order-out", await desk.UndoAsync(id, Role.KomdigiOfficer));
        Expect.Problem("undo.order-out", await desk.UndoAsync(id, Role.KomdigiApprover));
    }

    [Fact]
    public async Task What_has_left_the_desk_is_named_with_what_puts_it_right_and_one_decision_about_several_keeps_that_case_too()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        var act = Expect.Value(await desk.RunAsync<DecideCases, Result<DecideCases.Decided>>(decide => decide.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), [new(id, 0)], CaseStep.Verify, null, "Semua."), Stop))).ActId;
        Assert.Equal(new ReadUndo.View(Duty.Verify, CaseState.New, null), await LookAsync(desk, id));

        var author = TestDesk.As(Role.Kp2miAnalyst);
        var note = Expect.Value(await desk.RunAsync<WriteNote, Result<WriteNote.Written>>(write => write.RunAsync(new(author, id, NoteLevel.Reporter, "Terima kasih."), Stop)));
        Expect.Problem("undo.reporter-told", await desk.UndoAsync(id, Role.Kp2miAnalyst));
        Expect.Value(await desk.RunAsync<EndNote, Result<Done>>(end => end.WithdrawAsync(new(author, note.Id), Stop)));

        await WarnAsync(desk, id);
        Expect.Problem("undo.public-warned", await desk.UndoAsync(id, Role.Kp2miAnalyst));
        Expect.Problem("bulk.nothing-to-undo", await desk.RunAsync<UndoBulk, Result<UndoBulk.Undone>>(undo => undo.RunAsync(new(author, act, "Salah."), Stop)));
        Expect.Value(await desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.WithdrawAsync(new(TestDesk.As(Role.Kp2miApprover), id, "Keliru."), Stop)));
        Assert.Null((await LookAsync(desk, id))!.WhyNot);

        await desk.ReadAsync(async db =>
        {
            db.Events.Add(DeskEvent.Record(desk.Clock.GetUtcNow(), id, CaseEvents.AgencyTold, author.Actor, "PT Contoh"));
            return await db.SaveChangesAsync(Stop);
        });
        Expect.Problem("undo.left", await desk.UndoAsync(id, Role.Kp2miAnalyst));
        Assert.Equal("undo.left", (await LookAsync(desk, id))!.WhyNot);
        Assert.False(Assert.Single(Expect.Value(await desk.RunAsync<ReadBulk, Result<ReadBulk.View>>(read => read.RunAsync(author, act, Stop))).Rows).CanUndo);
    }

    private static async Task BackAsync(TestDesk desk, Guid id, CaseStep step, CaseState to, CaseOutcome? outcome = null)
    {
        var before = await desk.FileAsync(id);
        Expect.Value(await desk.TakeAsync(id, CaseWalk.RoleOf(step), step, outcome));
        Expect.Value(await desk.UndoAsync(id, CaseWalk.RoleOf(step)));
        var (after, events) = (await desk.FileAsync(id), await desk.EventsAsync(id));
        Assert.Equal((to, before.IsDrafted, before.Version + 2), (after.State, after.IsDrafted, after.Version));
        Assert.Equal((CaseEvents.UndoneTo(to), "Salah pilih."), (events[^1].Kind, events[^1].Reason));
        Assert.Equal(Authority.MinistryOf(CaseWalk.RoleOf(step))!.Value.Code.ToLowerInvariant(), events[^1].Ministry);
        Assert.NotNull(events[^1].Rules);
        Assert.Equal(after.State, events.Select(e => e.Kind).Aggregate(CaseState.New, CaseEvents.Next));
    }

    private static Task<ReadUndo.View?> LookAsync(TestDesk desk, Guid id) =>
        desk.RunAsync<ReadUndo, ReadUndo.View?>(read => read.RunAsync(TestDesk.As(Role.Auditor), id, Stop));

    internal static async Task WarnAsync(TestDesk desk, Guid id)
    {
        Expect.Value(await desk.RunAsync<ProposeWarning, Result<Done>>(propose => propose.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), id, "Banyak."), Stop)));
        Expect.Value(await desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.RunAsync(new(TestDesk.As(Role.Kp2miApprover), id, "Tepat."), Stop)));
    }
}
