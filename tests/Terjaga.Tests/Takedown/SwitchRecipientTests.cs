using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Takedown;

namespace Terjaga.Tests.Takedown;

public sealed class SwitchRecipientTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Switching_is_kept_with_its_actor_and_repeating_it_changes_nothing(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var officer = TestDesk.As(Role.Administrator);
        var id = await OrderTests.RecipientAsync(desk, isEnabled: false);

        Expect.Value(await SwitchAsync(desk, officer, id, isEnabled: true));
        Expect.Value(await SwitchAsync(desk, officer, id, isEnabled: true));
        Assert.True(await IsEnabledAsync(desk, id));
        Expect.Value(await SwitchAsync(desk, TestDesk.As(Role.KomdigiApprover), id, isEnabled: false));
        Assert.False(await IsEnabledAsync(desk, id));

        var events = await desk.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.Id)
            .ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["recipient.added", "recipient.enabled", "recipient.disabled"], events.Select(e => e.Kind));
        Assert.Equal(officer.Actor.Value, events[1].Actor.Value);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Only_an_administrator_allows_sending_and_Komdigi_may_stop_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await OrderTests.RecipientAsync(desk, isEnabled: false);

        foreach (var role in new[] { Role.Kp2miAnalyst, Role.Kp2miApprover, Role.KomdigiOfficer, Role.KomdigiApprover })
            Expect.Problem("access.denied", await SwitchAsync(desk, TestDesk.As(role), id, isEnabled: true));
        Expect.Problem("recipient.unknown", await SwitchAsync(desk, TestDesk.As(Role.Administrator), Guid.Empty, isEnabled: true));
        Assert.False(await IsEnabledAsync(desk, id));

        Expect.Value(await SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: true));
        Expect.Problem("access.denied", await SwitchAsync(desk, TestDesk.As(Role.Kp2miApprover), id, isEnabled: false));
        Expect.Value(await SwitchAsync(desk, TestDesk.As(Role.KomdigiOfficer), id, isEnabled: false));
        Assert.False(await IsEnabledAsync(desk, id));
    }

    [Fact]
    public async Task Whose_channel_is_worked_by_hand_is_turned_on_like_any_other()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), "Kantor", TestSite.Host, RecipientChannel.Letter, "Jalan Rekaan 1, contoh.example", null, false, "surat"),
            TestContext.Current.CancellationToken))).Id;

        Expect.Value(await SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: true));

        Assert.True(await IsEnabledAsync(desk, id));
    }

    internal static Task<Result<Done>> SwitchAsync(TestDesk desk, Acting by, Guid id, bool isEnabled) =>
        desk.RunAsync<SwitchRecipient, Result<Done>>(switching =>
            switching.RunAsync(new(by, id, isEnabled), TestContext.Current.CancellationToken));

    private static Task<bool> IsEnabledAsync(TestDesk desk, Guid id) =>
        desk.ReadAsync(db => db.Recipients.Where(r => r.Id == id).Select(r => r.IsEnabled).SingleAsync());
}
