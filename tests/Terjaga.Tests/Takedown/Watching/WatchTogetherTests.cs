using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Tests.Casework;
using Terjaga.Tests.Casework.Notes;

namespace Terjaga.Tests.Takedown.Watching;

/// <summary>Places that are looked at together, as the workers of a desk do it.</summary>
public sealed class WatchTogetherTests(ScratchPostgres postgres)
{
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_case_is_gone_when_its_last_two_places_are_confirmed_in_one_save(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var recipient = await desk.RecipientAsync(TestSite.Host);
        var id = await OfferAsync(desk, site, "operator pabrik di Kamboja, gaji 15 juta, visa turis dulu", "/a");
        Expect.Value(await NoteTests.MergeAsync(desk, await OfferAsync(desk, site, "pelayan kafe di Myanmar, tiket ditanggung, paspor dipegang", "/b"), id));
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        Expect.Value(await desk.DraftAsync(id, recipient));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();

        site.Pages.Clear();
        await LookTogetherAsync(desk, TimeSpan.FromMinutes(20));
        Assert.All(await desk.OrdersAsync(), order => Assert.Equal(OrderState.SeenGone, order.State));
        await LookTogetherAsync(desk, TimeSpan.FromHours(7));

        Assert.All(await desk.OrdersAsync(), order => Assert.Equal(OrderState.ConfirmedGone, order.State));
        Assert.Equal(CaseState.Gone, (await desk.FileAsync(id)).State);
    }

    private static async Task<Guid> OfferAsync(TestDesk desk, TestSite site, string words, string path)
    {
        site.Pages[path] = $"<p>Dibutuhkan {words}</p>";
        return await desk.OfferAsync($"Dibutuhkan {words}", $"http://{TestSite.Host}{path}");
    }

    private static async Task LookTogetherAsync(TestDesk desk, TimeSpan after)
    {
        desk.Clock.Advance(after);
        var kind = desk.Services.GetServices<WorkKind>().Single(k => k.Name == CheckOrderJob.Kind);
        var items = await desk.Services.GetRequiredService<WorkQueue>().LeaseAsync(WorkLane.Watch, 32, _lease, Stop);
        Assert.Equal(2, items.Count);
        await new WorkAttempt(desk.Services.GetRequiredService<IServiceScopeFactory>(), desk.Clock, kind).RunTogetherAsync(items, Stop);
    }
}
