using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Watching;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Watching;

public sealed class ComeBackTests(ScratchPostgres postgres)
{
    private const string Offer = "<p>Dibutuhkan operator pabrik di Kamboja, gaji 15 juta, berangkat pakai visa turis dulu</p>";

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_comes_back_after_it_was_confirmed_gone_ends_its_order_and_brings_its_case_to_Komdigi_for_another(string database)
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = Offer;
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var id = await OrderTests.OrderAsync(desk, site);
        await GoneAsync(desk, site);
        Assert.Equal(CaseState.Gone, await OrderTests.StateAsync(desk, id));

        site.Pages["/a"] = Offer;
        await PassAsync(desk, TimeSpan.FromHours(28));

        var order = await OrderTests.OneAsync(desk);
        Assert.Equal((OrderState.CameBack, WatchedState.There), (order.State, order.LastSeen));
        Assert.NotNull(order.CameBackAt);
        Assert.Equal(CaseState.HandedOver, await OrderTests.StateAsync(desk, id));
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "check-order", TestContext.Current.CancellationToken)));

        Expect.Value(await desk.DraftAsync(id, order.RecipientId));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();
        var both = await desk.ReadAsync(db => db.Orders.OrderBy(o => o.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([OrderState.CameBack, OrderState.Sent], both.Select(o => o.State));
        Assert.Equal(CaseState.Ordered, await OrderTests.StateAsync(desk, id));
    }

    [Fact]
    public async Task What_stays_away_is_looked_at_as_long_as_the_settings_say_and_then_no_more()
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = Offer;
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, new Dictionary<string, string?>(site.Settings) { ["Watch:WatchGoneFor"] = "2.00:00:00" });
        await OrderTests.OrderAsync(desk, site);
        await GoneAsync(desk, site);

        for (var day = 0; day < 4; day++)
            await PassAsync(desk, TimeSpan.FromHours(28));

        var order = await OrderTests.OneAsync(desk);
        Assert.Equal(OrderState.ConfirmedGone, order.State);
        Assert.InRange(order.LastGoneAt!.Value - order.ConfirmedGoneAt!.Value, TimeSpan.FromDays(2), TimeSpan.FromDays(4));
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "check-order", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_site_in_trouble_a_login_and_a_resold_page_are_told_apart_from_gone_and_each_is_told_once()
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = Offer;
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await OrderTests.OrderAsync(desk, site);

        await ExpectAsync(WatchedState.BehindLogin, "<p>Silakan masuk untuk melihat.</p>");
        await ExpectAsync(WatchedState.BehindLogin, "<p>Silakan masuk untuk melihat.</p>");
        await ExpectAsync(WatchedState.Changed, "<p>Resep kue nastar lembut untuk hari raya</p>");
        site.Trouble = 503;
        await ExpectAsync(WatchedState.Unreachable, "");

        var kinds = await desk.ReadAsync(db => db.Events.OrderBy(e => e.Id).Where(e => e.Kind.StartsWith("order.")).Select(e => e.Kind).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["order.not-seen", "order.seen-changed", "order.not-seen"], kinds.Where(kind => kind is "order.not-seen" or "order.seen-changed"));

        async Task ExpectAsync(WatchedState expected, string page)
        {
            site.Pages["/a"] = page;
            await PassAsync(desk, TimeSpan.FromHours(27));
            var order = await OrderTests.OneAsync(desk);
            Assert.Equal((OrderState.Sent, expected), (order.State, order.LastSeen));
        }
    }

    [Fact]
    public async Task A_page_that_its_scripts_draw_is_judged_by_what_a_browser_shows()
    {
        await using var site = await TestSite.StartAsync();
        Draw("Dibutuhkan operator pabrik di Kamboja, gaji 15 juta, berangkat pakai visa turis dulu", visit: 1);
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, new Dictionary<string, string?>(site.Settings) { ["Browser:Program"] = "chromium" });
        await OrderTests.OrderAsync(desk, site);

        Draw("Dibutuhkan operator pabrik di Kamboja, gaji 15 juta, berangkat pakai visa turis dulu", visit: 2);
        await PassAsync(desk, TimeSpan.FromMinutes(20));
        Assert.Equal(WatchedState.There, (await OrderTests.OneAsync(desk)).LastSeen);

        Draw("Konten ini telah dihapus oleh pengelola", visit: 3);
        await PassAsync(desk, TimeSpan.FromHours(2));
        var order = await OrderTests.OneAsync(desk);
        Assert.Equal((OrderState.SeenGone, WatchedState.Gone), (order.State, order.LastSeen));

        void Draw(string words, int visit) => site.Pages["/a"] =
            $"<!-- {visit} --><h1 id=a style='font-size:90px'></h1><script>document.getElementById('a').textContent = {System.Text.Json.JsonSerializer.Serialize(words)};</script>";
    }

    private static async Task GoneAsync(TestDesk desk, TestSite site)
    {
        site.Pages.TryRemove("/a", out _);
        await PassAsync(desk, TimeSpan.FromMinutes(15));
        await PassAsync(desk, TimeSpan.FromHours(6));
        Assert.Equal(OrderState.ConfirmedGone, (await OrderTests.OneAsync(desk)).State);
    }

    private static async Task PassAsync(TestDesk desk, TimeSpan time)
    {
        desk.Clock.Advance(time);
        await desk.WorkAsync();
    }
}
