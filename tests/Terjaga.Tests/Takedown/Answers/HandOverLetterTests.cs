using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Answers;

public sealed class HandOverLetterTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_clock_of_a_letter_on_paper_runs_from_when_an_officer_says_it_was_taken(string database)
    {
        await using var pulled = await PulledOrders.OpenAsync(database, postgres, RecipientChannel.Letter, 1);
        var (desk, letter) = (pulled.Desk, await pulled.LetterAsync());
        var officer = TestDesk.As(Role.KomdigiOfficer);
        Assert.Equal([letter.Id], (await WaitingAsync(desk, officer)).Select(row => row.Id));
        Assert.Empty(await WaitingAsync(desk, TestDesk.As(Role.Kp2miApprover)));
        Expect.Problem("dispatch.unknown", await pulled.OpenLetterAsync(pulled.RecipientId));
        desk.Clock.Advance(TimeSpan.FromHours(5));
        var at = desk.Clock.GetUtcNow() - TimeSpan.FromHours(2);

        Expect.Problem("access.denied", await HandOverAsync(desk, TestDesk.As(Role.Kp2miAnalyst), letter.Id, at, "RR1"));
        Expect.Problem("dispatch.receipt-invalid", await HandOverAsync(desk, officer, letter.Id, at, " "));
        Expect.Problem("dispatch.time-invalid", await HandOverAsync(desk, officer, letter.Id, letter.ComposedAt - TimeSpan.FromMinutes(1), "RR1"));
        Expect.Problem("dispatch.time-invalid", await HandOverAsync(desk, officer, letter.Id, desk.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), "RR1"));
        Expect.Problem("dispatch.unknown", await HandOverAsync(desk, officer, Guid.CreateVersion7(), at, "RR1"));
        Assert.Equal(OrderState.Signed, (await OrderTests.OneAsync(desk)).State);

        await Task.WhenAll(HandOverAsync(desk, officer, letter.Id, at, "RR1"), HandOverAsync(desk, officer, letter.Id, at, "RR1"));
        Expect.Problem("dispatch.not-waiting", await HandOverAsync(desk, officer, letter.Id, at, "RR1"));

        var order = await OrderTests.OneAsync(desk);
        Assert.Equal((OrderState.Sent, at, at + TimeSpan.FromHours(24)), (order.State, order.SentAt, order.DeadlineAt));
        Assert.Equal(1, await pulled.CountAsync("order.sent"));
        Assert.Contains("RR1", Assert.Single(await desk.EventsAsync(letter.Id), e => e.Kind == "letter.handed-over").Reason, StringComparison.Ordinal);
        Assert.Equal(order.DeadlineAt, await desk.ReadAsync(db => db.Work.Where(w => w.Kind == "order-deadline").Select(w => w.DueAt).SingleAsync(Stop)));
        Assert.Empty(await WaitingAsync(desk, officer));
    }

    [Fact]
    public async Task What_is_gone_just_before_its_letter_goes_is_not_asked_for_and_the_case_is_told()
    {
        await using var pulled = await PulledOrders.OpenAsync("sqlite", postgres, RecipientChannel.Letter, 1, site => site.Pages.Clear());

        var order = await OrderTests.OneAsync(pulled.Desk);
        Assert.Equal((OrderState.Withdrawn, true, null), (order.State, order.IsLeftOut, order.ConfirmedGoneAt));
        Assert.Equal("gone-before-sending", (await pulled.Desk.EventsAsync(order.Id))[^1].Reason);
        Assert.Null((await pulled.LetterAsync()).ComposedAt);
        Assert.Empty(await WaitingAsync(pulled.Desk, TestDesk.As(Role.KomdigiOfficer)));
        Assert.Equal(CaseState.HandedOver, await OrderTests.StateAsync(pulled.Desk, pulled.CaseId));
        Assert.Equal(CaseEvents.NothingToSend, (await pulled.Desk.EventsAsync(pulled.CaseId))[^1].Kind);
    }

    private static Task<Result<Done>> HandOverAsync(TestDesk desk, Acting by, Guid letter, DateTimeOffset? at, string receipt) =>
        desk.RunAsync<HandOverLetter, Result<Done>>(handOver => handOver.RunAsync(new(by, letter, at, HandedOverWay.Post, receipt), Stop));

    private static Task<IReadOnlyList<ListWaitingLetters.Row>> WaitingAsync(TestDesk desk, Acting by) =>
        desk.RunAsync<ListWaitingLetters, IReadOnlyList<ListWaitingLetters.Row>>(list => list.RunAsync(by, null, Stop));
}
