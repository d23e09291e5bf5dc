using System.Net;
using System.Text.Json;
using Terjaga.App;
using Terjaga.Screening;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Tests.Takedown.Recipients.Finding;

public sealed class ShippedDataTests
{
    private static readonly HostNatures _natures = HostNatures.Read(DeskAreas.DataFolder, ScreeningArea.ReadGazetteer(DeskAreas.DataFolder));

    [Theory]
    [InlineData("lowongan.my.id", "https://rdap.pandi.id/rdap/")]
    [InlineData("lowongan.COM.", "https://rdap.verisign.com/com/v1/")]
    [InlineData("lowongan.xyz", "https://rdap.centralnic.com/xyz/")]
    [InlineData("lowongan.tidak-ada", null)]
    public void A_name_is_asked_at_the_server_of_its_longest_ending(string name, string? server) =>
        Assert.Equal(server, Shipped(BootstrapKind.Dns, "dns.json").ServerFor(name)?.AbsoluteUri);

    [Theory]
    [InlineData("103.10.0.1", "ipv4.json", BootstrapKind.Ipv4, "https://rdap.apnic.net/")]
    [InlineData("104.16.1.1", "ipv4.json", BootstrapKind.Ipv4, "https://rdap.arin.net/registry/")]
    [InlineData("10.0.0.1", "ipv4.json", BootstrapKind.Ipv4, null)]
    [InlineData("2400:cb00::1", "ipv6.json", BootstrapKind.Ipv6, "https://rdap.apnic.net/")]
    [InlineData("2a06::1", "ipv6.json", BootstrapKind.Ipv6, "https://rdap.db.ripe.net/")]
    public void An_address_is_asked_at_the_server_of_its_longest_prefix(string address, string file, BootstrapKind kind, string? server) =>
        Assert.Equal(server, Shipped(kind, file).ServerFor(IPAddress.Parse(address))?.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"publication":"2026-01-01T00:00:00Z","services":[]}""")]
    [InlineData("""{"publication":"2026-01-01T00:00:00Z","services":[[["com"],["ftp://x/"]]]}""")]
    [InlineData("""{"publication":"2026-01-01T00:00:00Z","services":[[[7],["https://x.example/"]]]}""")]
    [InlineData("""{"publication":"nanti","services":[[["com"],["https://x.example/"]]]}""")]
    public void What_is_no_registry_is_refused(string text) => Assert.Null(RdapBootstrap.Parse(BootstrapKind.Dns, ContactServers.Bytes(text)));

    [Theory]
    [InlineData("lowongan-korea.com", HostNature.Ordinary, null)]
    [InlineData("lowongan.my.id", HostNature.Ordinary, null)]
    [InlineData("bit.ly", HostNature.Shortener, "bit.ly")]
    [InlineData("www.facebook.com", HostNature.Shared, "facebook.com")]
    [InlineData("lowongan.blogspot.com", HostNature.Shared, "blogspot.com")]
    [InlineData("lowongan.github.io", HostNature.Shared, "github.io")]
    [InlineData("sites.google.com", HostNature.Shared, "sites.google.com")]
    [InlineData("dinas.bandung.go.id", HostNature.Official, null)]
    [InlineData("203.0.112.7", HostNature.Ordinary, null)]
    public void Hosts_are_told_apart_by_lists(string host, HostNature nature, string? operatorHost)
    {
        Assert.Equal(nature, _natures.Of(host));
        Assert.Equal(operatorHost, _natures.OperatorOf(host));
    }

    [Fact]
    public void Every_shipped_contact_has_a_source_and_the_day_it_was_seen()
    {
        using var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(DeskAreas.DataFolder, BringRecipients.FileName)));
        var contacts = known.RootElement.GetProperty("recipients").EnumerateArray().SelectMany(r => r.GetProperty("contacts").EnumerateArray()).ToList();

        Assert.NotEmpty(contacts);
        Assert.All(contacts, contact => Assert.True(contact.GetProperty("source").GetString()!.Length > 0 && contact.GetProperty("seenOn").GetString()!.Length == 10));
        _ = ContactOverrides.Parse(File.ReadAllText(Path.Combine(DeskAreas.DataFolder, ContactOverrides.FileName)));
    }

    [Fact]
    public void An_exception_holds_until_its_last_day_for_its_name_and_those_below()
    {
        var overrides = ContactOverrides.Parse("""
            {"overrides":[{"domain":"x.id","kind":"Host","name":"X","channel":"Mail","address":"a@x.id","why":"uji","source":"surat","seenOn":"2026-01-01","validUntil":"2026-06-30"},
                          {"domain":"y.x.id","kind":"Host","name":"Y","channel":"Mail","address":"a@y.id","why":"uji","source":"surat","seenOn":"2026-01-01"}]}
            """);

        Assert.Equal(["Y", "X"], overrides.For("www.y.x.id", new(2026, 6, 30)).Select(c => c.Name));
        Assert.Equal(["Y"], overrides.For("y.x.id", new(2026, 7, 1)).Select(c => c.Name));
        Assert.Empty(overrides.For("notx.id", new(2026, 6, 1)));
        Assert.Throws<InvalidDataException>(() => ContactOverrides.Parse("""
            {"overrides":[{"domain":"x.id","kind":"Host","name":"X","channel":"Mail","address":"bukan alamat","why":"uji","source":"surat","seenOn":"2026-01-01"}]}
            """));
    }

    private static RdapBootstrap Shipped(BootstrapKind kind, string file) =>
        RdapBootstrap.Parse(kind, File.ReadAllBytes(Path.Combine(DeskAreas.DataFolder, Bootstraps.FolderName, file)))!;
}
