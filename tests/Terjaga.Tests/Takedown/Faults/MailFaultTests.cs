using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Faults;

/// <summary>Whatever a mail server does to a letter: it has one identity, it is not lost, and nobody is left untold.</summary>
public sealed class MailFaultTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_refuses_for_now_hangs_up_or_forgets_to_answer_gets_the_same_letter_again_until_it_has_it()
    {
        await using var mail = new FaultyMail();
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(site, mail);
        foreach (var manner in new[] { FaultyMail.Manner.RefusesForNow, FaultyMail.Manner.HangsUpAtOnce, FaultyMail.Manner.HangsUpAfterwards })
            mail.Manners.Enqueue(manner);
        await desk.SignMailedAsync(site);

        for (var attempt = 0; attempt < 4; attempt++)
        {
            Assert.Equal(OrderState.Signed, (await OrderTests.OneAsync(desk)).State);
            await desk.PassAsync(TimeSpan.FromSeconds(20));
        }

        var order = await OrderTests.OneAsync(desk);
        Assert.Equal(OrderState.Sent, order.State);
        Assert.Equal([$"dispatch-{order.DispatchId:D}@terjaga.example"], mail.Read.Distinct());
        Assert.Equal(2, mail.Read.Count);
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == OrderEvents.Sent, Stop)));
    }

    [Fact]
    public async Task A_server_that_says_nothing_costs_a_lease_and_not_the_letter()
    {
        await using var mail = new FaultyMail();
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(site, mail);
        mail.Manners.Enqueue(FaultyMail.Manner.IsSilent);
        await desk.SignMailedAsync(site);

        await desk.AttemptLetterAsync(TimeSpan.FromMilliseconds(300));
        var waiting = await desk.WorkOfAsync(SendNoticeJob.Kind);
        Assert.Equal((null, null), (waiting!.Lease, waiting.ParkedAt));
        Assert.NotNull(waiting.LastError);

        await desk.PassAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(OrderState.Sent, (await OrderTests.OneAsync(desk)).State);
        Assert.Single(mail.Read);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_tried_once_and_told_at_once_as_a_dead_contact()
    {
        await using var mail = new FaultyMail();
        await using var site = await TestSite.StartAsync();
        await using var desk = await OpenAsync(site, mail);
        mail.Manners.Enqueue(FaultyMail.Manner.RefusesForGood);
        await desk.SignMailedAsync(site);

        await desk.PassAsync(TimeSpan.FromSeconds(1));

        var parked = await desk.WorkOfAsync(SendNoticeJob.Kind);
        Assert.NotNull(parked!.ParkedAt);
        Assert.Contains("5.1.1", parked.LastError, StringComparison.Ordinal);
        var order = await OrderTests.OneAsync(desk);
        Assert.Equal(OrderState.Signed, order.State);
        Assert.Equal($"dead-contact-{order.Id:D}@terjaga.example", Assert.Single(mail.Read));
        Assert.Equal(BounceReason.NoMailbox, (await desk.ReadAsync(db => db.DeadContacts.SingleAsync(Stop))).Reason);
        Assert.Equal(["order.not-delivered", "order.contact-dead"], await KindsAsync(desk, order.Id));

        // The administrator has mended the address and lets it be tried again.
        Expect.Value(await desk.RunAsync<RetryWork, Result<Done>>(retry => retry.RunAsync(TestDesk.As(Terjaga.Accounts.Role.Administrator).Actor, parked.Id, Stop)));
        await desk.WorkAsync();
        Assert.Equal(OrderState.Sent, (await OrderTests.OneAsync(desk)).State);
    }

    private Task<TestDesk> OpenAsync(TestSite site, FaultyMail mail) =>
        TestDesk.OpenAsync("sqlite", postgres, new Dictionary<string, string?>(site.Settings.Concat(mail.Settings)));

    private static Task<List<string>> KindsAsync(TestDesk desk, Guid order) => desk.ReadAsync(db => db.Events.AsNoTracking()
        .Where(e => e.SubjectId == order && (e.Kind == ReplyEvents.NotDelivered || e.Kind == ReplyEvents.ContactDead))
        .OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Stop));
}
