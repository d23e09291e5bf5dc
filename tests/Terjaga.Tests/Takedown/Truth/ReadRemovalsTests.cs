using Terjaga.Accounts;
using Terjaga.Takedown.Truth;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Truth;

public sealed class ReadRemovalsTests(ScratchPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_not_seen_counts_as_unknown_and_what_came_back_as_gone_and_back(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
        await OrderAsync(desk, site, TestSite.Host, "/a");
        await OrderAsync(desk, site, CaseWalk.OtherHost, "/b");

        site.Pages.TryRemove("/a", out var page);
        site.Pages["/b"] = "<p>Silakan masuk untuk melihat.</p>";
        await PassAsync(desk, TimeSpan.FromMinutes(15));
        await PassAsync(desk, TimeSpan.FromHours(6));
        await PassAsync(desk, TimeSpan.FromHours(20));
        var row = Expect.Value(await ReadAsync(desk, "2026-11")).All;
        Assert.Equal((2, 1, 0, 1, 1, 0), (row.Sent, row.Gone, row.There, row.Unknown, row.Late, row.CameBack));
        Assert.InRange(row.ToSeenGone!.Value, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15.1));
        Assert.InRange(row.ToGone!.Value, TimeSpan.FromHours(6.25), TimeSpan.FromHours(6.26));

        Assert.Equal(0.5, row.GoneShare);
        Assert.All([row.ToDecision, row.ToSent], took => Assert.InRange(took!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        Assert.Null(row.ToAcknowledged);

        site.Pages["/a"] = page!;
        await PassAsync(desk, TimeSpan.FromHours(28));
        var view = Expect.Value(await ReadAsync(desk, null));
        Assert.Equal((1, 1, 0), (view.All.Gone, view.All.CameBack, view.All.GoneShare));
        Assert.Equal([1, 1], view.Recipients.Select(r => r.Sent));
        Assert.Equal(0, Expect.Value(await ReadAsync(desk, "2026-10")).All.Sent);
    }

    [Fact]
    public async Task A_month_that_is_none_is_refused()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        foreach (var month in new[] { "", "2026", "2026-13", "2026-11-30", "0000-00" })
            Expect.Problem("month.invalid", await ReadAsync(desk, month));
    }

    private static async Task OrderAsync(TestDesk desk, TestSite site, string host, string path)
    {
        var offer = Reported.Offer(path[1]);
        site.Pages[path] = $"<p>{offer}</p>";
        var id = await desk.OfferAsync(offer, $"http://{host}{path}");
        await desk.TakeAllAsync(id, Terjaga.Casework.CaseStep.Verify, Terjaga.Casework.CaseStep.HandOver);
        Expect.Value(await desk.DraftAsync(id, await desk.RecipientAsync(host)));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();
    }

    private static async Task PassAsync(TestDesk desk, TimeSpan time)
    {
        desk.Clock.Advance(time);
        await desk.WorkAsync();
    }

    private static Task<Result<ReadRemovals.View>> ReadAsync(TestDesk desk, string? month) =>
        desk.RunAsync<ReadRemovals, Result<ReadRemovals.View>>(read => read.RunAsync(new(TestDesk.As(Role.Auditor), month), TestContext.Current.CancellationToken));
}
