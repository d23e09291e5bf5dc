using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Privacy;
using Terjaga.Privacy.Opening;
using Terjaga.Tests.Casework.Danger;

namespace Terjaga.Tests.Privacy.Opening;

public sealed class OpeningTests(ScratchPostgres postgres)
{
    private const string Contact = "0812-0000-4711";

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_contact_is_read_by_the_one_who_asked_after_somebody_else_agreed_for_half_an_hour_and_each_look_is_an_event(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var report = await SendAsync(desk);
        var (asker, privacy) = (TestDesk.As(Role.Kp2miApprover), TestDesk.As(Role.PrivacyOfficer));
        Expect.Problem("opening.purpose-invalid", await AskAsync(desk, asker, report, "curiosity"));
        Expect.Problem("contact.unknown", await AskAsync(desk, asker, Guid.CreateVersion7()));
        var id = Expect.Value(await AskAsync(desk, asker, report)).Id;
        Assert.Equal(id, Expect.Value(await AskAsync(desk, asker, report)).Id);

        Expect.Problem("opening.not-agreed", await LookAsync(desk, asker, id));
        Expect.Value(await DecideAsync(desk, privacy, id));
        Expect.Problem("opening.changed", await DecideAsync(desk, TestDesk.As(Role.PrivacyOfficer), id, isAgreed: false));
        Assert.Equal(Contact, Expect.Value(await LookAsync(desk, asker, id)).Value);
        Expect.Problem("opening.unknown", await LookAsync(desk, TestDesk.As(Role.Kp2miApprover), id));
        Expect.Problem("access.denied", await LookAsync(desk, privacy, id));
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        Expect.Problem("opening.over", await LookAsync(desk, asker, id));
        Assert.Equal(
            ["contact.opening-asked", "contact.opening-agreed", "contact.looked-at"],
            await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == report && e.Kind.StartsWith("contact.")).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task One_person_is_never_both_also_with_another_role_in_between_and_the_table_says_so_too(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var report = await SendAsync(desk);
        var asker = TestDesk.As(Role.VictimProtection);
        var id = Expect.Value(await AskAsync(desk, asker, report)).Id;

        Expect.Problem("second-person.required", await DecideAsync(desk, asker, id));
        Expect.Problem("second-person.required", await DecideAsync(desk, asker with { Role = Role.PrivacyOfficer }, id));
        Expect.Problem("access.denied", await DecideAsync(desk, TestDesk.As(Role.Kp2miApprover), id));
        await Assert.ThrowsAnyAsync<Exception>(() => desk.ReadAsync(db => db.SealedOpenings.ExecuteUpdateAsync(set => set.SetProperty(o => o.DecidedBy, asker.OfficerId))));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_two_who_decide_at_once_one_does_and_a_refusal_and_a_day_without_answer_open_nothing(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var report = await SendAsync(desk);
        var asker = TestDesk.As(Role.Kp2miApprover);
        var id = Expect.Value(await AskAsync(desk, asker, report)).Id;

        var both = await Task.WhenAll(
            DecideAsync(desk, TestDesk.As(Role.PrivacyOfficer), id, isAgreed: false), DecideAsync(desk, TestDesk.As(Role.VictimProtection), id, isAgreed: false));
        Assert.Single(both, result => result.TryGet(out _, out _));
        Expect.Problem("opening.not-agreed", await LookAsync(desk, asker, id));

        var late = Expect.Value(await AskAsync(desk, asker, report)).Id;
        Assert.NotEqual(id, late);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Expect.Problem("opening.over", await DecideAsync(desk, TestDesk.As(Role.PrivacyOfficer), late));
    }

    [Fact]
    public async Task A_packet_holds_no_words_and_no_contact_unless_two_persons_opened_it()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var report = await SendAsync(desk);
        await desk.WorkAsync();
        var protector = TestDesk.As(Role.VictimProtection);

        var packet = Expect.Value(await PackAsync(desk, protector, report, null));
        Assert.Equal(($"segel:{report:D}", null), (packet.SealedReference, packet.Contact));
        Assert.DoesNotContain("gedung", System.Text.Json.JsonSerializer.Serialize(packet), StringComparison.Ordinal);
        var id = Expect.Value(await AskAsync(desk, protector, report)).Id;
        Expect.Problem("opening.not-agreed", await PackAsync(desk, protector, report, id));
        Expect.Value(await DecideAsync(desk, TestDesk.As(Role.PrivacyOfficer), id));
        Expect.Problem("opening.unknown", await PackAsync(desk, TestDesk.As(Role.VictimProtection), report, id));
        Assert.Equal(Contact, Expect.Value(await PackAsync(desk, protector, report, id)).Contact);
        Assert.Equal(2, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == "danger.packet-made")));
    }

    private static async Task<Guid> SendAsync(TestDesk desk)
    {
        await DangerReports.SendAsync(desk, DangerReports.Captive, contact: Contact);
        return await desk.ReadAsync(db => db.SealedContacts.Select(c => c.ReportId).SingleAsync());
    }

    private static Task<Result<AskOpening.Asked>> AskAsync(TestDesk desk, Acting by, Guid report, string purpose = "rescue") =>
        desk.RunAsync<AskOpening, Result<AskOpening.Asked>>(ask => ask.RunAsync(new(by, report, purpose, "Menelepon balik."), TestContext.Current.CancellationToken));

    private static Task<Result<Done>> DecideAsync(TestDesk desk, Acting by, Guid id, bool isAgreed = true) =>
        desk.RunAsync<DecideOpening, Result<Done>>(decide => decide.RunAsync(new(by, id, isAgreed, "Perlu."), TestContext.Current.CancellationToken));

    private static Task<Result<LookSealed.Contact>> LookAsync(TestDesk desk, Acting by, Guid id) =>
        desk.RunAsync<LookSealed, Result<LookSealed.Contact>>(look => look.RunAsync(by, id, TestContext.Current.CancellationToken));

    private static Task<Result<MakePacket.Packet>> PackAsync(TestDesk desk, Acting by, Guid report, Guid? opening) =>
        desk.RunAsync<MakePacket, Result<MakePacket.Packet>>(make => make.RunAsync(new(by, report, "mission", opening), TestContext.Current.CancellationToken));
}
