using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Http;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Faults;

/// <summary>Whatever a recipient does to a call: it comes again, with one identity, and no earlier than it was asked to.</summary>
public sealed class CallFaultTests(ScratchPostgres postgres)
{
    private static readonly DateTimeOffset _now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_to_wait_is_not_called_before_the_time_and_is_called_after_it()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        site.Refusals.Enqueue(context => RefuseAsync(context, 429, "7200"));
        await OrderTests.OrderAsync(desk, site);
        var waiting = await desk.WorkOfAsync(SendNoticeJob.Kind);
        Assert.InRange(waiting!.DueAt - desk.Clock.GetUtcNow(), TimeSpan.FromSeconds(7_199), TimeSpan.FromSeconds(7_200));

        await desk.PassAsync(TimeSpan.FromSeconds(7_190));
        Assert.Empty(site.Calls);
        await desk.PassAsync(TimeSpan.FromSeconds(15));
        Assert.Equal($"{(await OrderTests.OneAsync(desk)).DispatchId:D}", Assert.Single(site.Calls).Id);
        Assert.Equal(OrderState.Sent, (await OrderTests.OneAsync(desk)).State);
    }

    [Theory]
    [InlineData(429, "3600", 3_600)]
    [InlineData(503, "120", 120)]
    [InlineData(429, "Tue, 24 Nov 2026 04:00:00 GMT", 3_600)]
    [InlineData(429, "Tue, 24 Nov 2026 02:00:00 GMT", 0)]
    [InlineData(429, "99999999", 86_400)]
    [InlineData(429, "soon", null)]
    [InlineData(429, "-5", null)]
    [InlineData(429, null, null)]
    [InlineData(500, "120", null)]
    public void A_wait_is_read_as_seconds_or_as_a_date_and_is_never_longer_than_a_day(int status, string? header, int? seconds)
    {
        var exchange = Exchange.Failed(_now, new Uri("http://situs.example"), [], null) with
        {
            StatusCode = status,
            ResponseHeaders = header is null ? [] : [new("Retry-After", header)],
        };

        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, RetryAfter.Of(exchange, _now));
    }

    [Fact]
    public async Task Errors_closed_connections_and_silence_are_tried_again_and_the_recipient_knows_the_call_by_its_identity()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var seen = new List<string>();
        site.Refusals.Enqueue(context => RefuseAsync(context, 500, null));
        site.Refusals.Enqueue(context =>
        {
            seen.Add(context.Request.Headers["webhook-id"].ToString());
            context.Abort();
            return Task.CompletedTask;
        });
        await OrderTests.OrderAsync(desk, site);
        await desk.PassAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(OrderState.Signed, (await OrderTests.OneAsync(desk)).State);

        site.Refusals.Enqueue(context =>
        {
            seen.Add(context.Request.Headers["webhook-id"].ToString());
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        desk.Clock.Advance(TimeSpan.FromSeconds(20));
        await desk.AttemptLetterAsync(TimeSpan.FromMilliseconds(300));
        Assert.NotNull((await desk.WorkOfAsync(SendNoticeJob.Kind))!.LastError);

        await desk.PassAsync(TimeSpan.FromSeconds(40));
        var order = await OrderTests.OneAsync(desk);
        Assert.Equal(OrderState.Sent, order.State);
        Assert.Equal([$"{order.DispatchId:D}"], site.Calls.Select(call => call.Id).Concat(seen).Distinct());
    }

    [Fact]
    public async Task A_call_that_was_given_up_stands_at_its_order_once_and_the_contact_is_not_called_dead()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        for (var attempt = 0; attempt < 20; attempt++)
            site.Refusals.Enqueue(context => RefuseAsync(context, 500, null));
        await OrderTests.OrderAsync(desk, site);
        for (var attempt = 0; attempt < 12; attempt++)
            await desk.PassAsync(TimeSpan.FromMinutes(20));

        Assert.NotNull((await desk.WorkOfAsync(SendNoticeJob.Kind))!.ParkedAt);
        var order = await OrderTests.OneAsync(desk);
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.SubjectId == order.Id && e.Kind == ReplyEvents.NotDelivered, Stop)));
        Assert.Empty(await desk.ReadAsync(db => db.DeadContacts.ToListAsync(Stop)));
    }

    private static Task RefuseAsync(HttpContext context, int status, string? retryAfter)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }
}
