using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Watching;

namespace Terjaga.Tests.Takedown.Faults;

/// <summary>Clocks that jump and hosts that are away while orders wait.</summary>
public sealed class ClockTests(ScratchPostgres postgres)
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1), _day = TimeSpan.FromDays(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_jumps_ahead_makes_late_once_and_prepares_one_step()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderTests.OrderAsync(desk, site);

        await desk.PassAsync(TimeSpan.FromDays(400));
        await desk.PassAsync(_hour);

        var order = await OrderTests.OneAsync(desk);
        Assert.Equal((OrderState.Sent, WatchedState.There), (order.State, order.LastSeen));
        Assert.Equal(1, await CountAsync(desk, OrderEvents.Late));
        Assert.Equal(1, await CountAsync(desk, OrderEvents.StepPrepared));
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == CheckOrderJob.Kind, Stop)));
    }

    /// <remarks>The clock of a test only goes forward, so what a clock that was set back does is planted: a deadline ahead of the work that fell due.</remarks>
    [Fact]
    public async Task A_clock_that_was_set_back_after_a_deadline_fell_due_loses_no_deadline()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderTests.OrderAsync(desk, site);
        await desk.ReadAsync(db => db.Work.Where(w => w.Kind == DeadlineJob.Kind).ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, desk.Clock.GetUtcNow()), Stop));
        await desk.WorkAsync();
        Assert.Null((await OrderTests.OneAsync(desk)).LateAt);

        await desk.PassAsync(_day);

        var order = await OrderTests.OneAsync(desk);
        Assert.InRange(order.LateAt!.Value - order.DeadlineAt!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(1, await CountAsync(desk, OrderEvents.StepPrepared));
    }

    [Fact]
    public async Task A_first_sighting_in_the_future_of_a_clock_that_was_set_back_confirms_nothing_before_its_time()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderTests.OrderAsync(desk, site);
        site.Pages.Clear();
        await desk.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(OrderState.SeenGone, (await OrderTests.OneAsync(desk)).State);
        await desk.ReadAsync(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.SeenGoneAt, desk.Clock.GetUtcNow() + _day), Stop));
        await desk.ReadAsync(async db =>
        {
            db.Schedule(CheckOrderJob.OnceKind, (await db.Orders.SingleAsync(Stop)).Id, desk.Clock.GetUtcNow());
            return await db.SaveChangesAsync(Stop);
        });

        await desk.WorkAsync();
        await desk.PassAsync(7 * _hour);
        Assert.Equal(OrderState.SeenGone, (await OrderTests.OneAsync(desk)).State);

        await desk.PassAsync(_day);
        await desk.PassAsync(_day);
        Assert.Equal(OrderState.ConfirmedGone, (await OrderTests.OneAsync(desk)).State);
    }

    /// <remarks>Its deadline came while it was taken for gone, and then nothing ever called it late.</remarks>
    [Fact]
    public async Task What_was_taken_for_gone_at_its_deadline_and_is_there_after_all_is_late_all_the_same()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, new Dictionary<string, string?>(site.Settings) { ["Watch:LongestWait"] = "06:00:00" });
        await OrderTests.OrderAsync(desk, site);
        for (var hour = 0; hour < 17; hour++)
            await desk.PassAsync(_hour);
        site.Pages.TryRemove("/a", out var page);
        while ((await OrderTests.OneAsync(desk)).SeenGoneAt is null)
            await desk.PassAsync(_hour);
        var seenGoneAt = (await OrderTests.OneAsync(desk)).SeenGoneAt;
        var deadline = (await OrderTests.OneAsync(desk)).DeadlineAt!.Value;
        Assert.InRange(deadline - seenGoneAt!.Value, TimeSpan.Zero, TimeSpan.FromHours(6));

        site.Pages["/a"] = page!;
        await desk.PassAsync(deadline - desk.Clock.GetUtcNow());
        Assert.Null((await OrderTests.OneAsync(desk)).LateAt);
        await desk.PassAsync(6 * _hour);

        var order = await OrderTests.OneAsync(desk);
        Assert.Equal(OrderState.Sent, order.State);
        Assert.NotNull(order.LateAt);
        Assert.Equal(1, await CountAsync(desk, OrderEvents.StepPrepared));
    }

    /// <remarks>Found by the rehearsal: the deadline was weighed between the look that showed the place again and the save of it.</remarks>
    [Fact]
    public async Task A_deadline_that_is_weighed_while_a_place_is_seen_again_is_weighed_once_more()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderTests.OrderAsync(desk, site);
        site.Pages.TryRemove("/a", out var page);
        await desk.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(OrderState.SeenGone, (await OrderTests.OneAsync(desk)).State);
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.Where(w => w.Kind == DeadlineJob.Kind).ExecuteDeleteAsync(Stop)));

        site.Pages["/a"] = page!;
        await desk.PassAsync(7 * _hour);
        Assert.Equal((OrderState.Sent, null), ((await OrderTests.OneAsync(desk)).State, (await OrderTests.OneAsync(desk)).LateAt));
        await desk.PassAsync(_day);

        Assert.NotNull((await OrderTests.OneAsync(desk)).LateAt);
    }

    [Fact]
    public async Task A_host_that_is_down_for_a_week_is_out_of_reach_and_never_gone_and_is_watched_after_it()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderTests.OrderAsync(desk, site);
        site.Trouble = 503;
        for (var half = 0; half < 14; half++)
            await desk.PassAsync(_day / 2);

        var down = await OrderTests.OneAsync(desk);
        Assert.Equal((OrderState.Sent, WatchedState.Unreachable, null), (down.State, down.LastSeen, down.SeenGoneAt));
        Assert.Equal(0, await CountAsync(desk, OrderEvents.SeenGone));
        Assert.Equal(1, await CountAsync(desk, OrderEvents.NotSeen));
        Assert.Equal(1, await CountAsync(desk, OrderEvents.Late));

        site.Trouble = null;
        await desk.PassAsync(1.2 * _day);
        Assert.Equal(WatchedState.There, (await OrderTests.OneAsync(desk)).LastSeen);
        site.Pages.Clear();
        await desk.PassAsync(1.2 * _day);
        await desk.PassAsync(_day);
        Assert.Equal(OrderState.ConfirmedGone, (await OrderTests.OneAsync(desk)).State);
    }

    private static Task<int> CountAsync(TestDesk desk, string kind) => desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == kind, Stop));
}
