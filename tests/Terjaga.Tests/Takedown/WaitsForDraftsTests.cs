using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Queues;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown;

/// <summary>A case of several recipients waits for who drafts until each has its order, and only then for who signs.</summary>
public sealed class WaitsForDraftsTests(ScratchPostgres postgres)
{
    private const string Words = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_approver_is_waited_for_only_when_every_recipient_that_the_desk_knows_has_its_order(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
        var id = await TwoPlacesAsync(desk, site);
        var (one, other) = (await desk.RecipientAsync(TestSite.Host), await desk.RecipientAsync(CaseWalk.OtherHost));

        Expect.Value(await desk.DraftAsync(id, one));
        Assert.Equal((WaitsFor.KomdigiOfficer, id, null), await TurnAsync(desk, id));
        Expect.Value(await desk.DraftAsync(id, other));
        Assert.Equal((WaitsFor.KomdigiApprover, null, id), await TurnAsync(desk, id));

        Expect.Value(await desk.SignAsync(id));
        Assert.Equal(CaseState.Ordered, (await desk.FileAsync(id)).State);
        Assert.Equal(
            [CaseEvents.OrdersPartlyDrafted, CaseEvents.OrdersDrafted],
            (await desk.EventsAsync(id)).Select(e => e.Kind).Where(kind => kind.EndsWith("-drafted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_place_that_no_recipient_answers_for_keeps_nobody_from_signing_and_a_new_place_of_a_known_one_does()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.TwoHosts);
        var id = await TwoPlacesAsync(desk, site);
        Expect.Value(await desk.DraftAsync(id, await desk.RecipientAsync(TestSite.Host)));
        Assert.Equal(WaitsFor.KomdigiApprover, (await TurnAsync(desk, id)).WaitsFor);

        await desk.RecipientAsync(CaseWalk.OtherHost);
        Assert.Equal(id, await desk.OfferAsync(Words + " lagi", $"http://{CaseWalk.OtherHost}/b"));
        Assert.Equal(WaitsFor.KomdigiApprover, (await TurnAsync(desk, id)).WaitsFor);

        site.Pages["/c"] = "<p>lain</p>";
        var coming = await desk.OfferAsync("Perawat lansia untuk keluarga di Taiwan, usia tiga puluhan, kontrak tiga tahun", $"http://{CaseWalk.OtherHost}/c");
        Expect.Value(await Casework.Notes.NoteTests.MergeAsync(desk, coming, id));
        await desk.WorkAsync();
        Assert.Equal((WaitsFor.KomdigiOfficer, id, null), await TurnAsync(desk, id));
    }

    private static async Task<Guid> TwoPlacesAsync(TestDesk desk, TestSite site)
    {
        site.Pages["/a"] = "<p>Lowongan kerja Kamboja</p>";
        site.Pages["/b"] = "<p>Lowongan kerja Kamboja lagi</p>";
        var id = await desk.OfferAsync(Words, $"http://{TestSite.Host}/a");
        Assert.Equal(id, await desk.OfferAsync(Words, $"http://{CaseWalk.OtherHost}/b"));
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        return id;
    }

    /// <summary>What the queue says, and what the next case of the officer and of the approver is.</summary>
    private static async Task<(WaitsFor WaitsFor, Guid? Officer, Guid? Approver)> TurnAsync(TestDesk desk, Guid id)
    {
        var file = await desk.FileAsync(id);
        return (CaseTurns.Of(file.State, file.IsDrafted), await NextAsync(desk, Role.KomdigiOfficer), await NextAsync(desk, Role.KomdigiApprover));
    }

    private static async Task<Guid?> NextAsync(TestDesk desk, Role role)
    {
        var by = TestDesk.As(role);
        var next = await desk.RunAsync<ClaimNext, Result<Guid>>(claim => claim.RunAsync(by, TestContext.Current.CancellationToken));
        if (!next.TryGet(out var id, out _))
            return null;
        await desk.RunAsync<ClaimCase, Result<Done>>(claim => claim.ReleaseAsync(by, id, TestContext.Current.CancellationToken));
        return id;
    }
}
