using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Recipients.Finding;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Recipients.Finding;

public sealed class FindContactsTests(ScratchPostgres postgres)
{
    private static readonly Acting _drafter = TestDesk.As(Role.KomdigiOfficer);

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_registrar_and_the_network_of_an_unknown_site_are_found_with_why_and_chosen_by_an_officer(string database)
    {
        await using var servers = (await ContactServers.StartAsync()).KnowSite()
            .Says($"{ContactServers.Site}{SecurityTxt.Place}", "text/plain; charset=utf-8", "Contact: mailto:security@situs.example\nExpires: 2027-01-01T00:00:00Z\n");
        await using var desk = await TestDesk.OpenAsync(database, postgres, servers.Settings);
        await ContactServers.BootstrapAsync(desk);
        var id = await HandOverAsync(desk, $"http://{ContactServers.Site}/a");

        Assert.Equal(1, (await AskAsync(desk, id)).Count);
        Assert.True((await OneAsync(desk, id)).IsSearching);
        await desk.WorkAsync();

        var host = await OneAsync(desk, id);
        Assert.Equal([ContactRule.Network, ContactRule.Registrar, ContactRule.OwnWords], host.Proposals.Select(p => p.Contact.Rule));
        Assert.Equal(["abuse@host.example", "abuse@registrar.example", "security@situs.example"], host.Proposals.Select(p => p.Contact.Address));
        Assert.Equal(["Jaringan Rekaan", "Registrar Rekaan"], host.Proposals.Take(2).Select(p => p.Contact.Name));
        Assert.Contains($"{ContactServers.Registry}/domain/{ContactServers.Site}", host.Proposals[1].Contact.Source, StringComparison.Ordinal);
        Assert.Equal("note.own-words", host.Proposals[2].Contact.Note);
        Assert.Empty(host.Missed);

        var chosen = Expect.Value(await ChooseAsync(desk, new(_drafter, id, ContactServers.Site, "Situs sendiri.", Found: "abuse@registrar.example"))).RecipientId;
        var recipient = await desk.ReadAsync(db => db.Recipients.AsNoTracking().SingleAsync());
        Assert.Equal((chosen, RecipientKind.Registrar, true, false, ""), (recipient.Id, recipient.Kind, recipient.IsTest, recipient.IsEnabled, recipient.Hosts));
        Assert.Equal(chosen, (await OneAsync(desk, id)).ChosenId);
        Assert.Contains(await desk.EventsAsync(id), e => e.Kind == ChooseContact.Chosen && e.Reason!.Contains("Situs sendiri.", StringComparison.Ordinal));
        Assert.DoesNotContain(await desk.EventsAsync(chosen), e => e.Reason?.Contains("Situs sendiri.", StringComparison.Ordinal) == true);

        Assert.Equal(1, Expect.Value(await desk.DraftAsync(id, chosen)).Count);
        Assert.True((await desk.OrdersAsync())[0].IsTest);
        Assert.Empty((await ReadAsync(desk, id)).Hosts);
    }

    [Fact]
    public async Task What_was_found_is_kept_for_a_week_and_what_fails_is_said_with_why_and_stops_nothing()
    {
        await using var servers = await ContactServers.StartAsync();
        servers.Says($"{ContactServers.Registry}/domain/{ContactServers.Site}", "application/rdap+json", "{\"objectClassName\":\"entity\"}");
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, servers.Settings);
        await ContactServers.BootstrapAsync(desk);
        var id = await HandOverAsync(desk, $"http://{ContactServers.Site}/a");
        await AskAsync(desk, id);
        await desk.WorkAsync();

        var host = await OneAsync(desk, id);
        Assert.Empty(host.Proposals);
        Assert.Equal(["rdap.wrong-type", "contact.none", "contact.none"], host.Missed.Select(m => m.Code));
        Assert.Equal(0, (await AskAsync(desk, id)).Count);
        var byHand = await ChooseAsync(desk, new(
            _drafter, id, ContactServers.Site, "Dari situsnya.", Written: new(RecipientKind.Host, "Penyedia", RecipientChannel.Mail, "abuse@penyedia.example", "halaman kontak")));
        Assert.Equal(1, Expect.Value(await desk.DraftAsync(id, Expect.Value(byHand).RecipientId)).Count);

        desk.Clock.Advance(ContactSearch.Fresh);
        var other = await desk.ReadAsync(db => db.ContactSearches.SingleAsync());
        Assert.True(other.Again(desk.Clock.GetUtcNow()));
        Assert.False(other.Again(desk.Clock.GetUtcNow()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_server_that_asks_for_patience_is_asked_again_when_it_said_and_not_before(string database)
    {
        await using var servers = (await ContactServers.StartAsync()).KnowSite();
        servers.Says($"{ContactServers.Registry}/domain/{ContactServers.Site}", "application/json", "{}", 429, KeyValuePair.Create("Retry-After", "600"));
        await using var desk = await TestDesk.OpenAsync(database, postgres, servers.Settings);
        await ContactServers.BootstrapAsync(desk);
        var id = await HandOverAsync(desk, $"http://{ContactServers.Site}/a");
        await AskAsync(desk, id);
        await desk.WorkAsync();

        var host = await OneAsync(desk, id);
        Assert.True(host.IsSearching);
        Assert.Equal([ContactRule.Network], host.Proposals.Select(p => p.Contact.Rule));
        Assert.Contains(host.Missed, m => m is { Rule: ContactRule.Registrar, Code: "contact.busy" });
        servers.KnowSite();
        desk.Clock.Advance(TimeSpan.FromMinutes(9));
        await desk.WorkAsync();
        Assert.Equal(1, servers.Asked.Count(asked => asked.StartsWith(ContactServers.Registry, StringComparison.Ordinal)));

        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.WorkAsync();
        host = await OneAsync(desk, id);
        Assert.False(host.IsSearching);
        Assert.Equal([ContactRule.Network, ContactRule.Registrar], host.Proposals.Select(p => p.Contact.Rule));
    }

    [Fact]
    public async Task The_network_of_a_service_in_front_of_the_site_comes_last_and_is_said_to_be_one()
    {
        await using var servers = (await ContactServers.StartAsync()).KnowSite();
        servers.Says($"{ContactServers.Network}/ip/127.0.0.1", "application/rdap+json", ContactServers.NetworkAnswer("CLOUDFLARENET", "abuse@depan.example"));
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, servers.Settings);
        await ContactServers.BootstrapAsync(desk);
        var id = await HandOverAsync(desk, $"http://{ContactServers.Site}/a");
        await AskAsync(desk, id);
        await desk.WorkAsync();

        var proposals = (await OneAsync(desk, id)).Proposals;
        Assert.Equal([ContactRule.Registrar, ContactRule.Front], proposals.Select(p => p.Contact.Rule));
        Assert.Equal((RecipientKind.Cdn, "note.front"), (proposals[1].Contact.Kind, proposals[1].Contact.Note));
    }

    [Theory]
    [InlineData("http://s.id/x", "s.id", HostNature.Shortener, "contact.shortener")]
    [InlineData("http://toko.blogspot.com/x", "blogspot.com", HostNature.Shared, "contact.shared-host")]
    public async Task Of_a_shared_host_or_a_shortener_only_the_operator_is_asked_and_no_registrar_can_be_chosen(string address, string operatorHost, HostNature nature, string missed)
    {
        await using var servers = (await ContactServers.StartAsync())
            .Says(new Uri(address).Host + "/x", "text/html", "<p>Lowongan kerja Kamboja</p>")
            .Says($"{operatorHost}{SecurityTxt.Place}", "text/plain", $"Contact: mailto:abuse@{operatorHost}\nExpires: 2027-01-01T00:00:00Z\n");
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, servers.Settings);
        await ContactServers.BootstrapAsync(desk);
        var id = await HandOverAsync(desk, address);
        await AskAsync(desk, id);
        await desk.WorkAsync();

        var host = await OneAsync(desk, id);
        Assert.Equal(nature, host.Nature);
        Assert.Equal($"abuse@{operatorHost}", Assert.Single(host.Proposals).Contact.Address);
        Assert.Equal([missed], host.Missed.Select(m => m.Code));
        Assert.DoesNotContain(servers.Asked, asked => asked.StartsWith(ContactServers.Registry, StringComparison.Ordinal) || asked.StartsWith(ContactServers.Network, StringComparison.Ordinal));
        Expect.Problem("contact.shared-host", await ChooseAsync(desk, new(
            _drafter, id, host.Name, "Hapus semua.", Written: new(RecipientKind.Registrar, "Registrar", RecipientChannel.Mail, "abuse@registrar.id", ""))));
        Assert.Equal(0, await desk.ReadAsync(db => db.Recipients.CountAsync()));
    }

    [Fact]
    public async Task Whoever_does_not_draft_neither_asks_nor_chooses_nor_sees()
    {
        await using var servers = await ContactServers.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, servers.Settings);
        var id = await HandOverAsync(desk, $"http://{ContactServers.Site}/a");
        var analyst = TestDesk.As(Role.Kp2miAnalyst);

        Expect.Problem("access.denied", await desk.RunAsync<AskContacts, Result<AskContacts.Asked>>(ask => ask.RunAsync(analyst, id, TestContext.Current.CancellationToken)));
        Expect.Problem("access.denied", await ChooseAsync(desk, new(analyst, id, ContactServers.Site, "x", Found: "x")));
        Expect.Problem("case.unknown", await ChooseAsync(desk, new(_drafter, Guid.Empty, ContactServers.Site, "x", Found: "x")));
        Expect.Problem("place.unknown", await ChooseAsync(desk, new(_drafter, id, "lain.example", "x", Found: "x")));
        Expect.Problem("recipient-contact.unknown", await ChooseAsync(desk, new(_drafter, id, ContactServers.Site, "x", Found: "x@y.example")));
        Expect.Problem("recipient.unknown", await ChooseAsync(desk, new(_drafter, id, ContactServers.Site, "x", RecipientId: Guid.Empty)));
        Assert.Empty((await desk.RunAsync<ReadContacts, ReadContacts.View>(read => read.RunAsync(analyst, id, TestContext.Current.CancellationToken))).Hosts);
    }

    [Fact]
    public async Task A_newer_list_of_IANA_is_taken_and_an_older_or_broken_one_changes_nothing()
    {
        await using var servers = await ContactServers.StartAsync();
        var newer = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        servers.Says($"{ContactServers.Iana}/rdap/dns.json", "application/json", ContactServers.BootstrapText("\"example\"", "https://baru.example/", newer))
            .Says($"{ContactServers.Iana}/rdap/ipv4.json", "application/json", ContactServers.BootstrapText("\"127.0.0.0/8\"", "https://tua.example/", new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)))
            .Says($"{ContactServers.Iana}/rdap/ipv6.json", "application/json", ContactServers.BootstrapText("\"2001:db8::/32\"", "https://tua.example/", new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, servers.Settings);
        Expect.Problem("access.denied", await RefreshAsync(desk, TestDesk.As(Role.Kp2miAnalyst)));
        Expect.Value(await RefreshAsync(desk, _drafter));
        Expect.Value(await RefreshAsync(desk, _drafter));
        await desk.WorkAsync();

        var stored = await desk.ReadAsync(db => db.Bootstraps.AsNoTracking().SingleAsync());
        Assert.Equal((BootstrapKind.Dns, newer), (stored.Kind, stored.Publication));

        servers.Says($"{ContactServers.Iana}/rdap/dns.json", "application/json", "<html>");
        Expect.Value(await RefreshAsync(desk, _drafter));
        await desk.WorkAsync();
        Assert.Equal(newer, await desk.ReadAsync(db => db.Bootstraps.Select(b => b.Publication).SingleAsync()));
        Assert.Contains("rdap.not-json", await desk.ReadAsync(db => db.Set<Terjaga.Common.Work.WorkItem>().Where(w => w.Kind == RefreshBootstrapsJob.Kind).Select(w => w.LastError).SingleAsync()), StringComparison.Ordinal);
    }

    private static Task<Result<Done>> RefreshAsync(TestDesk desk, Acting by) =>
        desk.RunAsync<RefreshBootstraps, Result<Done>>(refresh => refresh.RunAsync(by, TestContext.Current.CancellationToken));

    private static async Task<Guid> HandOverAsync(TestDesk desk, string address)
    {
        var id = await DecideCaseTests.OpenAsync(desk, address);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        return id;
    }

    private static async Task<AskContacts.Asked> AskAsync(TestDesk desk, Guid id) =>
        Expect.Value(await desk.RunAsync<AskContacts, Result<AskContacts.Asked>>(ask => ask.RunAsync(_drafter, id, TestContext.Current.CancellationToken)));

    private static Task<Result<ChooseContact.Choice>> ChooseAsync(TestDesk desk, ChooseContact.Input input) =>
        desk.RunAsync<ChooseContact, Result<ChooseContact.Choice>>(choose => choose.RunAsync(input, TestContext.Current.CancellationToken));

    private static Task<ReadContacts.View> ReadAsync(TestDesk desk, Guid id) =>
        desk.RunAsync<ReadContacts, ReadContacts.View>(read => read.RunAsync(_drafter, id, TestContext.Current.CancellationToken));

    private static async Task<ReadContacts.Host> OneAsync(TestDesk desk, Guid id) => Assert.Single((await ReadAsync(desk, id)).Hosts);
}
