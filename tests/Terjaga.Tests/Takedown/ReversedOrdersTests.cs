using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Warnings;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Intake;
using Terjaga.Takedown;
using Terjaga.Tests.Casework;
using Terjaga.Tests.Casework.Undoing;

namespace Terjaga.Tests.Takedown;

/// <summary>An upheld objection takes back what was sent, and what it cannot take back waits for Komdigi.</summary>
public sealed class ReversedOrdersTests(ScratchPostgres postgres)
{
    private const string Words = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Open_orders_and_warnings_end_what_was_taken_away_waits_for_Komdigi_and_those_who_reported_read_a_neutral_sentence(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
        var receipt = await OrderBothAsync(desk, site, isSent: true);
        var id = (await desk.OrdersAsync())[0].CaseFileId;
        await UndoDecisionTests.WarnAsync(desk, id);
        Expect.Value(await AnswerAsync(desk, (await desk.OrdersAsync())[0].Id, isRemoved: true));

        await UpholdAsync(desk, id);
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "withdraw-orders" && w.SubjectId == id, Stop)));
        Assert.Equal(0, await desk.ReadAsync(db => db.PublicWarnings.CountAsync(w => w.WithdrawnAt == null, Stop)));
        Assert.Equal(ReporterState.Reconsidered, (await LookUpAsync(desk, receipt)).State);
        await desk.WorkAsync();

        Assert.Equal([OrderState.SaidRemoved, OrderState.Withdrawn], (await desk.OrdersAsync()).Select(o => o.State));
        Assert.Equal((CaseState.Correcting, "komdigi"), await TurnAsync(desk, id));
        Assert.Equal(id, Expect.Value(await desk.RunAsync<ClaimNext, Result<Guid>>(next => next.RunAsync(TestDesk.As(Role.KomdigiOfficer), Stop))));
        await desk.ReadAsync(db => db.CaseClaims.ExecuteDeleteAsync(Stop));
        Assert.Equal(ReporterState.Reconsidered, (await LookUpAsync(desk, receipt)).State);
        Assert.Equal([(await desk.OrdersAsync())[1].Id], Withdrawals(site));

        await AgainAsync(desk, CorrectingWork.Withdraw, id);
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == CaseEvents.CorrectionDue, Stop)));
        Expect.Problem("access.denied", await desk.TakeAsync(id, Role.Kp2miAnalyst, CaseStep.Correct));
        Expect.Value(await desk.TakeAsync(id, Role.KomdigiOfficer, CaseStep.Correct));
        Expect.Problem("undo.order-out", await desk.UndoAsync(id, Role.KomdigiOfficer));
        await desk.WorkAsync();
        await AgainAsync(desk, CorrectingWork.GiveBack, id);

        Assert.All(await desk.OrdersAsync(), o => Assert.Equal(OrderState.Withdrawn, o.State));
        Assert.Equal((CaseState.Dismissed, null), await TurnAsync(desk, id));
        Assert.Equal(2, Withdrawals(site).Count);
        Assert.Equal(ReporterState.Reconsidered, (await LookUpAsync(desk, receipt)).State);
        var events = await desk.EventsAsync(id);
        Assert.Equal(CaseState.Dismissed, events.Select(e => e.Kind).Aggregate(CaseState.New, CaseEvents.Next));
    }

    [Fact]
    public async Task A_withdrawn_order_is_neither_sent_nor_answered_nor_watched_nor_late()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.TwoHosts);
        await OrderBothAsync(desk, site, isSent: true);
        var order = (await desk.OrdersAsync())[0];
        await UpholdAsync(desk, order.CaseFileId);
        await desk.WorkAsync();
        Assert.Equal(CaseState.Dismissed, (await desk.FileAsync(order.CaseFileId)).State);

        Expect.Problem("order.answer-closed", await AnswerAsync(desk, order.Id, isRemoved: true));
        site.Pages.Clear();
        for (var day = 0; day < 3; day++)
        {
            desk.Clock.Advance(TimeSpan.FromDays(1));
            await desk.WorkAsync();
        }

        var after = (await desk.OrdersAsync())[0];
        Assert.Equal((OrderState.Withdrawn, null, null), (after.State, after.LateAt, after.SeenGoneAt));
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.SubjectId == order.Id, Stop)));
        Assert.Empty(await desk.RunAsync<ReadDeadlines, IReadOnlyDictionary<Guid, ReadDeadlines.Row>>(read => read.RunAsync([order.CaseFileId], Stop)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_signed_and_not_sent_never_goes_out(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
        await OrderBothAsync(desk, site, isSent: false);
        await UpholdAsync(desk, (await desk.OrdersAsync())[0].CaseFileId);

        // The work that sends comes first: it must see for itself that the decision is reversed.
        await DoAsync(desk, "send-notice");
        Assert.Empty(site.Calls);
        await desk.WorkAsync();

        Assert.All(await desk.OrdersAsync(), o => Assert.Equal((OrderState.Withdrawn, null), (o.State, o.SentAt)));
        Assert.Equal(2, Withdrawals(site).Count);
        Assert.Equal(2, site.Calls.Count);
    }

    [Fact]
    public async Task Who_published_a_warning_or_undid_a_decision_of_the_case_does_not_decide_about_the_objection()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await desk.OfferAsync(Words);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        var (undoer, publisher) = (TestDesk.As(Role.Kp2miApprover), TestDesk.As(Role.Kp2miApprover));
        Expect.Value(await desk.RunAsync<UndoDecision, Result<Done>>(undo => undo.RunAsync(new(undoer, id, 2, "Salah."), Stop)));
        Expect.Value(await desk.RunAsync<ProposeWarning, Result<Done>>(propose => propose.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), id, "Banyak."), Stop)));
        Expect.Value(await desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.RunAsync(new(publisher, id, "Tepat."), Stop)));

        var appeal = await RecordAsync(desk, id);
        Expect.Problem("appeal.same-person", await DecideAsync(desk, undoer, appeal, id));
        Expect.Problem("appeal.same-person", await DecideAsync(desk, publisher, appeal, id));
        Expect.Value(await DecideAsync(desk, TestDesk.As(Role.Kp2miApprover), appeal, id));
    }

    private static async Task<Receipt> OrderBothAsync(TestDesk desk, TestSite site, bool isSent)
    {
        (site.Pages["/a"], site.Pages["/b"]) = ("<p>Lowongan kerja Kamboja</p>", "<p>Lowongan kerja Kamboja lagi</p>");
        var receipt = Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(new($"http://{TestSite.Host}/a", Words, null, null, [], null), Stop)));
        await desk.WorkAsync();
        var id = await desk.OfferAsync(Words, $"http://{CaseWalk.OtherHost}/b");
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        foreach (var host in new[] { TestSite.Host, CaseWalk.OtherHost })
            Expect.Value(await desk.DraftAsync(id, await desk.RecipientAsync(host)));
        Expect.Value(await desk.SignAsync(id));
        Assert.Equal(CaseState.Ordered, (await desk.FileAsync(id)).State);
        if (isSent)
        {
            await desk.WorkAsync();
            Assert.All(await desk.OrdersAsync(), o => Assert.Equal(OrderState.Sent, o.State));
        }

        return receipt;
    }

    private static async Task UpholdAsync(TestDesk desk, Guid id) =>
        Expect.Value(await DecideAsync(desk, TestDesk.As(Role.KomdigiApprover), await RecordAsync(desk, id), id));

    private static async Task<Guid> RecordAsync(TestDesk desk, Guid id) => Expect.Value(await desk.RunAsync<RecordAppeal, Result<RecordAppeal.Recorded>>(
        record => record.RunAsync(new(TestDesk.As(Role.PrivacyOfficer), id, AppealBy.NamedCompany, "Itu bukan iklan kami.", null), Stop))).Id;

    private static async Task<Result<Done>> DecideAsync(TestDesk desk, Acting by, Guid appeal, Guid id)
    {
        var version = (await desk.FileAsync(id)).Version;
        return await desk.RunAsync<DecideAppeal, Result<Done>>(decide => decide.RunAsync(new(by, appeal, version, true, "Karena bukti."), Stop));
    }

    private static Task<Result<Done>> AnswerAsync(TestDesk desk, Guid order, bool isRemoved) => desk.RunAsync<AnswerOrder, Result<Done>>(
        answer => answer.RunAsync(new(desk.Services.GetRequiredService<AnswerToken>().For(order), isRemoved, null), Stop));

    private static async Task<LookUpReceipt.Outcome> LookUpAsync(TestDesk desk, Receipt receipt) => Expect.Value(
        await desk.RunAsync<LookUpReceipt, Result<LookUpReceipt.Outcome>>(look => look.RunAsync(receipt.Text, Stop)));

    private static async Task<(CaseState State, string? WaitsFor)> TurnAsync(TestDesk desk, Guid id) =>
        await FlowTests.ReadAsync(desk, id) is var view ? (view.State, view.WaitsFor) : default;

    /// <summary>A worker that died after its work and before it said so.</summary>
    private static async Task AgainAsync(TestDesk desk, string kind, Guid id)
    {
        await desk.ReadAsync(async db =>
        {
            db.Schedule(kind, id, desk.Clock.GetUtcNow());
            return await db.SaveChangesAsync(Stop);
        });
        await desk.WorkAsync();
    }

    private static async Task DoAsync(TestDesk desk, string kind)
    {
        var handler = desk.Services.GetServices<WorkKind>().Single(k => k.Name == kind);
        var attempt = new WorkAttempt(desk.Services.GetRequiredService<IServiceScopeFactory>(), desk.Clock, handler);
        foreach (var item in await desk.ReadAsync(db => db.Work.AsNoTracking().Where(w => w.Kind == kind).ToListAsync(Stop)))
            await attempt.RunAsync(item, Stop);
    }

    /// <summary>Orders of which the recipient was told that they end; each call with an identity of its own.</summary>
    private static List<Guid> Withdrawals(TestSite site)
    {
        var calls = site.Calls.Where(call => (string?)JsonNode.Parse(call.Body)!["type"] == "takedown.withdrawn").ToList();
        Assert.All(calls, call => Assert.Equal(call.Id, (string?)JsonNode.Parse(call.Body)!["dispatch"]));
        Assert.All(calls, call => Assert.NotNull(JsonNode.Parse(call.Body)!["withdrawn_at"]));
        return [.. calls.SelectMany(call => JsonNode.Parse(call.Body)!["orders"]!.AsArray()).Select(order => (Guid)order!["order"]!)];
    }
}
