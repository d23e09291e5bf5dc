using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Tests.Takedown;

public sealed class SaveRecipientTests(ScratchPostgres postgres)
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    private static SaveRecipient.Input Good => new(
        TestDesk.As(Role.KomdigiOfficer), "Situs", "situs.example, Lain.example", RecipientChannel.Webhook,
        "https://situs.example/hooks", Secret, IsEnabled: false, "security.txt");

    public static TheoryData<string, SaveRecipient.Input> Bad => new()
    {
        { "access.denied", Good with { By = TestDesk.As(Role.Kp2miAnalyst) } },
        { "access.denied", Good with { IsEnabled = true } },
        { "access.denied", Good with { By = TestDesk.As(Role.Administrator), IsEnabled = true } },
        { "recipient.name-invalid", Good with { Name = " " } },
        { "recipient.name-invalid", Good with { Name = "a\0" } },
        { "recipient.hosts-invalid", Good with { Hosts = "" } },
        { "recipient.hosts-invalid", Good with { Hosts = "localhost" } },
        { "recipient.hosts-invalid", Good with { Hosts = "https://situs.example" } },
        { "recipient.channel-invalid", Good with { Channel = (RecipientChannel)9 } },
        { "recipient.address-invalid", Good with { Address = "http://127.0.0.1/hooks" } },
        { "recipient.address-invalid", Good with { Channel = RecipientChannel.Mail, Address = "a@b.example, c@d.example" } },
        { "recipient.address-invalid", Good with { Channel = RecipientChannel.Mail, Address = "a@b.example\r\nBcc: c@d.example" } },
        { "recipient.secret-invalid", Good with { Secret = "whsec_short" } },
        { "recipient.source-invalid", Good with { Source = new string('a', 501) } },
        { "recipient.source-invalid", Good with { Source = "a\0" } },
        { "recipient.kind-invalid", Good with { Kind = (RecipientKind)99 } },
        { "recipient.hosts-of-registrar", Good with { Kind = RecipientKind.Registrar } },
        { "recipient.test-mixed", Good with { Hosts = "situs.example sungguhan.id" } },
        { "recipient.test-mixed", Good with { Hosts = "sungguhan.id" } },
        { "recipient.test-mixed", Good with { Channel = RecipientChannel.Mail, Address = "abuse@sungguhan.id" } },
        { "recipient.address-invalid", Good with { Channel = RecipientChannel.Letter, Address = " " } },
        { "recipient.address-invalid", Good with { Channel = RecipientChannel.Mail, Address = "\"x\"@situs.example" } },
        { "contact.language-invalid", Good with { Terms = new(RecipientChannel.Mail, null, Language: "bahasa") } },
        { "contact.hours-invalid", Good with { Terms = new(RecipientChannel.Mail, null, Hours: "siang") } },
        { "contact.clock-invalid", Good with { Terms = new(RecipientChannel.Mail, null, ClockHours: 0) } },
        { "contact.key-invalid", Good with { Terms = new(RecipientChannel.Mail, null, PublicKey: new string('k', 8_001)) } },
        { "contact.dates-invalid", Good with { Terms = new(RecipientChannel.Mail, null, SeenOn: new(2026, 2, 2), ValidUntil: new(2026, 2, 1)) } },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task What_is_no_recipient_is_refused_with_its_code_and_nothing_is_stored(string code, SaveRecipient.Input input)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Problem(code, await SaveAsync(desk, input));

        Assert.Equal(0, await desk.ReadAsync(db => db.Recipients.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recipient_is_kept_with_its_secret_sealed_and_its_name_stands_once(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        Expect.Value(await SaveAsync(desk, Good));
        Expect.Problem("recipient.name-taken", await SaveAsync(desk, Good));

        var stored = await desk.ReadAsync(db => db.Recipients.AsNoTracking().SingleAsync());
        Assert.Equal("situs.example lain.example", stored.Hosts);
        Assert.False(stored.IsEnabled);
        Assert.DoesNotContain("MDEyMzQ1", Convert.ToBase64String(stored.SealedSecret!), StringComparison.Ordinal);
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == "recipient.added")));
    }

    private static Task<Result<SaveRecipient.Saved>> SaveAsync(TestDesk desk, SaveRecipient.Input input) =>
        desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(input, TestContext.Current.CancellationToken));
}
