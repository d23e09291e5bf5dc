using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown;

public sealed class OrderTests(ScratchPostgres postgres)
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task An_item_is_confirmed_gone_only_by_two_looks_at_different_times(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var id = await OrderAsync(desk, site);
        Assert.Equal(OrderState.Sent, (await OneAsync(desk)).State);

        await AnswerAsync(desk, site, isRemoved: true);
        await desk.WorkAsync();
        Assert.Equal(OrderState.SaidRemoved, (await OneAsync(desk)).State);

        site.Pages.Clear();
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await desk.WorkAsync();
        Assert.Equal(OrderState.SeenGone, (await OneAsync(desk)).State);
        Assert.Equal(CaseState.Ordered, await StateAsync(desk, id));

        desk.Clock.Advance(TimeSpan.FromHours(6));
        await desk.WorkAsync();
        var order = await OneAsync(desk);
        Assert.Equal(OrderState.ConfirmedGone, order.State);
        Assert.Null(order.LateAt);
        Assert.Equal(CaseState.Gone, await StateAsync(desk, id));
    }

    [Fact]
    public async Task No_notice_goes_before_its_place_was_seen_again()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderAsync(desk, site);

        var order = await OneAsync(desk);
        var again = await desk.ReadAsync(db => db.Captures.Where(c => c.Occasion == CaptureOccasion.Order).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(order.ItemId, again.ItemId);
        Assert.InRange(again.At, order.DraftedAt, order.SentAt!.Value);
        Assert.Single(site.Calls);
    }

    [Fact]
    public async Task What_comes_back_between_the_two_looks_is_not_gone()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderAsync(desk, site);
        site.Pages.TryRemove("/a", out var page);
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await desk.WorkAsync();
        Assert.Equal(OrderState.SeenGone, (await OneAsync(desk)).State);

        site.Pages["/a"] = page!;
        desk.Clock.Advance(TimeSpan.FromHours(6));
        await desk.WorkAsync();

        var order = await OneAsync(desk);
        Assert.Equal(OrderState.Sent, order.State);
        Assert.Null(order.SeenGoneAt);
    }

    [Fact]
    public async Task A_site_that_is_down_is_not_gone_and_silence_becomes_late_at_the_deadline_and_stays_marked()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderAsync(desk, site);
        site.Trouble = 500;
        for (var hour = 0; hour < 23; hour++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(1));
            await desk.WorkAsync();
        }

        Assert.Null((await OneAsync(desk)).LateAt);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.WorkAsync();
        var late = await OneAsync(desk);
        Assert.Equal(OrderState.Sent, late.State);
        Assert.InRange(late.LateAt!.Value - late.DeadlineAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));

        site.Trouble = null;
        site.Pages.Clear();
        for (var day = 0; day < 4; day++)
        {
            desk.Clock.Advance(TimeSpan.FromDays(1));
            await desk.WorkAsync();
        }

        var gone = await OneAsync(desk);
        Assert.Equal(OrderState.ConfirmedGone, gone.State);
        Assert.NotNull(gone.LateAt);
    }

    [Fact]
    public async Task A_notice_that_the_recipient_does_not_take_is_sent_again_with_the_same_identity_until_it_is_parked()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        site.Pages["/a"] = "<p>x</p>";
        await OrderAsync(desk, site, () => site.Trouble = 503);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(20));
            await desk.WorkAsync();
        }

        var parked = await desk.ReadAsync(db => db.Work.SingleAsync(w => w.ParkedAt != null));
        Assert.Equal("send-notice", parked.Kind);
        Assert.Contains("503", parked.LastError, StringComparison.Ordinal);
        Assert.Equal(OrderState.Signed, (await OneAsync(desk)).State);

        site.Trouble = null;
        Expect.Value(await desk.RunAsync<RetryWork, Result<Done>>(retry => retry.RunAsync(TestDesk.As(Role.Administrator).Actor, parked.Id, TestContext.Current.CancellationToken)));
        Assert.Equal("work.retried", (await desk.ReadAsync(db => db.Events.SingleAsync(e => e.SubjectId == parked.Id))).Kind);
        await desk.WorkAsync();
        var order = await OneAsync(desk);
        Assert.Equal(OrderState.Sent, order.State);
        Assert.Equal($"{order.DispatchId:D}", Assert.Single(site.Calls).Id);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_is_kept_and_is_not_the_end_of_watching()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderAsync(desk, site);

        Expect.Problem("reason.required", await AnswerAsync(desk, site, isRemoved: false, reason: null));
        Expect.Value(await AnswerAsync(desk, site, isRemoved: false, "Punya izin."));
        Expect.Value(await AnswerAsync(desk, site, isRemoved: false, "Punya izin."));
        Assert.Equal(OrderState.Refused, (await OneAsync(desk)).State);
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == "order.refused")));
        Expect.Problem("order.unknown", await desk.RunAsync<AnswerOrder, Result<Done>>(answer =>
            answer.RunAsync(new("forged", true, null), TestContext.Current.CancellationToken)));
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "check-order")));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_answer_proves_that_the_notice_came_though_the_desk_died_before_it_stored_that(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        site.Pages["/a"] = "<p>x</p>";
        var id = await HandOverAsync(desk);
        await DraftAsync(desk, id, await RecipientAsync(desk, isEnabled: true), TestDesk.As(Role.KomdigiOfficer));
        Expect.Value(await SignAsync(desk, id, TestDesk.As(Role.KomdigiApprover)));
        var token = desk.Services.GetRequiredService<AnswerToken>().For((await OneAsync(desk)).Id);
        desk.Clock.AutoAdvanceAmount = TimeSpan.FromMicroseconds(1);

        Expect.Value(await desk.RunAsync<AnswerOrder, Result<Done>>(answer =>
            answer.RunAsync(new(token, false, "Punya izin."), TestContext.Current.CancellationToken)));
        await desk.WorkAsync();

        var order = await OneAsync(desk);
        Assert.Equal(OrderState.Refused, order.State);
        Assert.NotNull(order.DeadlineAt);
        Assert.Empty(site.Calls);
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "check-order")));
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "order-deadline")));
        var kinds = await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == order.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["order.drafted", "order.signed", "order.sent", "order.refused"], kinds);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_recipient_that_nobody_enabled_and_no_author_signs()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        site.Pages["/a"] = "<p>x</p>";
        var id = await HandOverAsync(desk);
        var recipient = await RecipientAsync(desk, isEnabled: false);
        var drafter = TestDesk.As(Role.KomdigiOfficer);
        await DraftAsync(desk, id, recipient, drafter);

        Expect.Problem("recipient.not-enabled", await SignAsync(desk, id, TestDesk.As(Role.KomdigiApprover)));
        Expect.Problem("access.denied", await SignAsync(desk, id, drafter));
        Expect.Problem("order.signed-by-its-author", await SignAsync(desk, id, drafter with { Role = Role.KomdigiApprover }));
        Assert.Empty(site.Calls);

        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), recipient, isEnabled: true));
        Expect.Value(await SignAsync(desk, id, TestDesk.As(Role.KomdigiApprover)));
        await desk.WorkAsync();
        Assert.Single(site.Calls);
    }

    [Fact]
    public async Task The_state_of_cases_and_orders_is_what_their_events_make_of_it()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var id = await OrderAsync(desk, site);
        site.Pages.Clear();
        for (var day = 0; day < 3; day++)
        {
            desk.Clock.Advance(TimeSpan.FromDays(1));
            await desk.WorkAsync();
        }

        var order = await OneAsync(desk);
        var events = await desk.ReadAsync(db => db.Events.OrderBy(e => e.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            await StateAsync(desk, id),
            events.Where(e => e.SubjectId == id).Select(e => e.Kind).Aggregate(CaseState.New, CaseEvents.Next));
        Assert.Equal(
            order.State, events.Where(e => e.SubjectId == order.Id).Select(e => e.Kind).Aggregate(OrderState.Drafted, OrderEvents.Next));
        Assert.Equal(OrderState.ConfirmedGone, order.State);
    }

    /// <remarks>Example of the specification: https://github.com/standard-webhooks/standard-webhooks, section "Signature scheme".</remarks>
    [Fact]
    public void A_call_is_signed_as_standard_webhooks_asks()
    {
        var body = "{\"type\":\"takedown.ordered\"}"u8.ToArray();

        var headers = WebhookSignature.Headers(Secret, "msg_1", DateTimeOffset.FromUnixTimeSeconds(1_614_265_330), body);

        Assert.Equal("msg_1", headers["webhook-id"]);
        Assert.Equal("1614265330", headers["webhook-timestamp"]);
        var expected = System.Security.Cryptography.HMACSHA256.HashData(
            "01234567890123456789012345678901"u8, "msg_1.1614265330.{\"type\":\"takedown.ordered\"}"u8);
        Assert.Equal("v1," + Convert.ToBase64String(expected), headers["webhook-signature"]);
    }

    internal static async Task<Guid> OrderAsync(TestDesk desk, TestSite site, Action? beforeSending = null)
    {
        site.Pages.TryAdd("/a", "<p>Lowongan kerja Kamboja</p>");
        var id = await HandOverAsync(desk);
        await DraftAsync(desk, id, await RecipientAsync(desk, isEnabled: true), TestDesk.As(Role.KomdigiOfficer));
        Expect.Value(await SignAsync(desk, id, TestDesk.As(Role.KomdigiApprover)));
        beforeSending?.Invoke();
        await desk.WorkAsync();
        return id;
    }

    private static async Task<Guid> HandOverAsync(TestDesk desk)
    {
        var id = await DecideCaseTests.OpenAsync(desk, $"http://{TestSite.Host}/a");
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miApprover, 1, CaseStep.HandOver));
        return id;
    }

    internal static async Task<Guid> RecipientAsync(TestDesk desk, bool isEnabled)
    {
        var id = Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), "Situs", TestSite.Host, RecipientChannel.Webhook, $"http://{TestSite.Host}/hooks", Secret, false, ""),
            TestContext.Current.CancellationToken))).Id;
        if (isEnabled)
            Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: true));
        return id;
    }

    private static async Task DraftAsync(TestDesk desk, Guid id, Guid recipient, Acting by)
    {
        var bases = await desk.RunAsync<ListLegalBases, IReadOnlyList<ListLegalBases.Row>>(list => list.RunAsync(TestContext.Current.CancellationToken));
        Expect.Value(await desk.RunAsync<DraftOrders, Result<DraftOrders.Drafted>>(draft => draft.RunAsync(
            new(by, id, 2, recipient, bases.Single(b => b.Deadline == TimeSpan.FromHours(24)).Id, "Tanda bahaya ditemukan."),
            TestContext.Current.CancellationToken)));
    }

    private static Task<Result<SignOrders.Signed>> SignAsync(TestDesk desk, Guid id, Acting by) =>
        desk.RunAsync<SignOrders, Result<SignOrders.Signed>>(sign =>
            sign.RunAsync(new(by, id, 3, "Sudah tepat."), TestContext.Current.CancellationToken));

    private static Task<Result<Done>> AnswerAsync(TestDesk desk, TestSite site, bool isRemoved, string? reason = null)
    {
        Assert.True(site.Calls.TryPeek(out var call));
        var token = new Uri((string)JsonNode.Parse(call.Body)!["orders"]![0]!["answer"]!).Segments[^1];
        return desk.RunAsync<AnswerOrder, Result<Done>>(answer =>
            answer.RunAsync(new(token, isRemoved, reason), TestContext.Current.CancellationToken));
    }

    internal static Task<Order> OneAsync(TestDesk desk) => desk.ReadAsync(db => db.Orders.AsNoTracking().SingleAsync());

    internal static Task<CaseState> StateAsync(TestDesk desk, Guid id) =>
        desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.State).SingleAsync());
}
