using System.Net;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Tests.Takedown.Recipients.Finding;

public sealed class RdapReaderTests
{
    private const string Card = """["vcard",[["version",{},"text","4.0"],["email",{},"text","abuse@x.example"]]]""";

    public static TheoryData<string, string> HostileDomains => new()
    {
        { "rdap.not-json", "" },
        { "rdap.not-json", "<html>" },
        { "rdap.not-json", new string('[', 100) },
        { "rdap.not-json", """{"objectClassName":"\ud800"}""" },
        { "rdap.wrong-type", "[]" },
        { "rdap.wrong-type", "null" },
        { "rdap.wrong-type", """{"objectClassName":7}""" },
        { "rdap.wrong-object", """{"objectClassName":"domain"}""" },
        { "rdap.wrong-object", Domain("[]", "lain.example") },
        { "rdap.no-abuse", Domain("{}") },
        { "rdap.no-abuse", Domain("[7,null,[]]") },
        { "rdap.no-abuse", Domain($$"""[{"roles":"abuse","vcardArray":{{Card}}}]""") },
        { "rdap.no-abuse", Domain($$"""[{"roles":[7],"vcardArray":{{Card}}}]""") },
        { "rdap.no-abuse", Domain($$"""[{"roles":["registrant"],"vcardArray":{{Card}}}]""") },
        { "rdap.no-abuse", Domain($$"""[{"roles":["registrant"],"entities":[{"roles":["abuse"],"vcardArray":{{Card}}}]}]""") },
        { "rdap.no-abuse", Abuse("{}") },
        { "rdap.no-abuse", Abuse("""["vcard"]""") },
        { "rdap.no-abuse", Abuse("""["vcard",{}]""") },
        { "rdap.no-abuse", Abuse("""["card",[["email",{},"text","a@x.example"]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"uri","a@x.example"]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"text",["a@x.example"]]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"text","a@x.example","b@x.example"]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"text","a@x.example\r\nBcc: b@x.example"]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"text","a@x.example, b@x.example"]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"text","A <a@x.example>"]]]""") },
        { "rdap.no-abuse", Abuse("""["vcard",[["email",{},"text","a@localhost"]]]""") },
        { "fetch.too-large", new string(' ', RdapReader.MaxBytes + 1) },
    };

    [Theory, MemberData(nameof(HostileDomains))]
    public void A_hostile_answer_brings_no_contact_and_says_why(string code, string body)
    {
        var reading = RdapReader.ReadDomain(ContactServers.Bytes(body), "situs.example");

        Assert.Null(reading.Contact);
        Assert.Equal(code, reading.Code);
    }

    [Fact]
    public void The_contact_within_the_registrar_counts_and_one_beside_it_where_there_is_none()
    {
        var within = RdapReader.ReadDomain(ContactServers.Bytes(ContactServers.Domain("situs.example", "a@registrar.example")), "situs.example");
        Assert.Equal(new RdapContact("Registrar Rekaan", "a@registrar.example", null), within.Contact);

        var beside = RdapReader.ReadDomain(ContactServers.Bytes(Abuse(Card)), "situs.example");
        Assert.Equal(new RdapContact("abuse@x.example", "abuse@x.example", null), beside.Contact);
    }

    [Fact]
    public void Of_endless_entities_only_so_many_are_looked_at()
    {
        var many = string.Join(',', Enumerable.Repeat("{\"roles\":[]}", 1_000));

        Assert.Equal("rdap.no-abuse", RdapReader.ReadDomain(ContactServers.Bytes(Domain($$"""[{{many}},{"roles":["abuse"],"vcardArray":{{Card}}}]""")), "situs.example").Code);
    }

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("128.0.0.1", "rdap.wrong-object")]
    [InlineData("::1", "rdap.wrong-object")]
    public void An_answer_about_another_network_is_refused(string address, string? code) =>
        Assert.Equal(code, RdapReader.ReadNetwork(ContactServers.Bytes(ContactServers.NetworkAnswer("N", "a@host.example")), IPAddress.Parse(address)).Code);

    private static string Domain(string entities, string name = "situs.example") => $$"""{"objectClassName":"domain","ldhName":"{{name}}","entities":{{entities}}}""";

    private static string Abuse(string card) => Domain($$"""[{"roles":["abuse"],"vcardArray":{{card}}}]""");
}
