using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.App;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Tests.Takedown.Recipients;

public sealed class RecipientContactsTests(ScratchPostgres postgres)
{
    private static readonly Acting _officer = TestDesk.As(Role.KomdigiOfficer);

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Another_contact_is_used_only_after_an_administrator_turned_sending_on_again(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await OrderTests.RecipientAsync(desk, isEnabled: true);
        var mail = new ContactTyped(
            RecipientChannel.Mail, "abuse@situs.example", Language: "EN", Hours: "mon-fri 09:00-17:00 Asia/Jakarta", ClockHours: 24, PublicKey: "https://situs.example/key",
            Source: "surat", SeenOn: new(2026, 11, 1), ValidUntil: new(2026, 11, 24));
        var second = Expect.Value(await SaveAsync(desk, new(_officer, id, mail))).Id;
        Expect.Problem("contact.taken", await SaveAsync(desk, new(_officer, id, mail)));
        Expect.Problem("recipient.test-mixed", await SaveAsync(desk, new(_officer, id, mail with { Address = "abuse@sungguhan.id" })));
        Expect.Problem("access.denied", await SaveAsync(desk, new(TestDesk.As(Role.Administrator), id, mail)));
        Expect.Problem("recipient.unknown", await SaveAsync(desk, new(_officer, Guid.Empty, mail)));
        Assert.Equal(RecipientChannel.Webhook, (await OneAsync(desk, id)).Recipient.Channel);

        Expect.Problem("recipient-contact.unknown", await PreferAsync(desk, id, Guid.Empty));
        Expect.Value(await PreferAsync(desk, id, second));
        Expect.Value(await PreferAsync(desk, id, second));
        var view = await OneAsync(desk, id);
        Assert.Equal((RecipientChannel.Mail, "abuse@situs.example", false), (view.Recipient.Channel, view.Recipient.Address, view.Recipient.IsEnabled));
        Assert.Equal(("en", "Mon-Fri 09:00-17:00 Asia/Jakarta", 24), (view.Contacts[0].Language, view.Contacts[0].Hours, view.Contacts[0].ClockHours));
        Assert.Equal(
            ["recipient.disabled", "recipient.contact-preferred", "recipient.contact-added", "recipient.enabled", "recipient.added"], view.Events.Select(e => e.Kind));

        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: true));
        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: false));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Expect.Problem("recipient.contact-ended", await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: true));
        Expect.Value(await PreferAsync(desk, id, view.Contacts[1].Id));
        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), id, isEnabled: true));
        var stored = await desk.ReadAsync(db => db.Recipients.AsNoTracking().SingleAsync());
        Assert.StartsWith("whsec_", stored.OpenSecret(desk.Services.GetService(typeof(Terjaga.Privacy.DeskKey)) as Terjaga.Privacy.DeskKey ?? throw new InvalidOperationException()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_shipped_list_comes_once_and_switched_off(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        Assert.InRange(Expect.Value(await BringAsync(desk, _officer)).Count, 1, 100);
        Assert.Equal(0, Expect.Value(await BringAsync(desk, _officer)).Count);
        Expect.Problem("access.denied", await BringAsync(desk, TestDesk.As(Role.Kp2miAnalyst)));
        Assert.All(await desk.ReadAsync(db => db.Recipients.AsNoTracking().ToListAsync()), r => Assert.True(!r.IsEnabled && !r.IsTest && r.Source.Length > 0));
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-17:00 Asia/Jakarta", "2026-11-30T02:00:00Z", true)]
    [InlineData("Mon-Fri 09:00-17:00 Asia/Jakarta", "2026-11-30T01:59:00Z", false)]
    [InlineData("Mon-Fri 09:00-17:00 Asia/Jakarta", "2026-11-28T04:00:00Z", false)]
    [InlineData("Sun-Thu 09:00-17:00 Asia/Riyadh", "2026-11-29T08:00:00Z", true)]
    [InlineData("Sat-Sun 22:00-06:00 UTC", "2026-11-28T23:00:00Z", true)]
    [InlineData("Mon-Sun 00:00-00:00 UTC", "2026-11-28T23:00:00Z", true)]
    public void Desk_hours_are_meant_in_their_own_zone(string text, string at, bool isOpen)
    {
        Assert.True(DeskHours.TryParse(text, out var hours));
        Assert.Equal(isOpen, hours.IsOpen(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mon-Fri 09:00-17:00")]
    [InlineData("Mon-Fri 9-17 Asia/Jakarta")]
    [InlineData("Sen-Jum 09:00-17:00 Asia/Jakarta")]
    [InlineData("Mon-Fri 09:00-25:00 Asia/Jakarta")]
    [InlineData("Mon-Fri 09:00-17:00 Asia/Atlantis")]
    public void What_is_no_desk_hours_is_refused(string text) => Assert.False(DeskHours.TryParse(text, out _));

    private static Task<Result<SaveContact.Saved>> SaveAsync(TestDesk desk, SaveContact.Input input) =>
        desk.RunAsync<SaveContact, Result<SaveContact.Saved>>(save => save.RunAsync(input, TestContext.Current.CancellationToken));

    private static Task<Result<Done>> PreferAsync(TestDesk desk, Guid id, Guid contact) =>
        desk.RunAsync<PreferContact, Result<Done>>(prefer => prefer.RunAsync(new(_officer, id, contact, "Yang lama mati."), TestContext.Current.CancellationToken));

    private static Task<Result<BringRecipients.Brought>> BringAsync(TestDesk desk, Acting by) =>
        desk.RunAsync<BringRecipients, Result<BringRecipients.Brought>>(bring => bring.RunAsync(by, DeskAreas.DataFolder, TestContext.Current.CancellationToken));

    private static async Task<ReadRecipient.View> OneAsync(TestDesk desk, Guid id) =>
        Expect.Value(await desk.RunAsync<ReadRecipient, Result<ReadRecipient.View>>(read => read.RunAsync(id, TestContext.Current.CancellationToken)));
}
