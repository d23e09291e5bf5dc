using Terjaga.Screening;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Rules;

namespace Terjaga.Tests.Screening.Identifiers;

public sealed class HostTests
{
    private static readonly HostReader _reader = new(ShippedScreener.Gazetteer);

    [Theory]
    [InlineData("bit.ly")]
    [InlineData("s.id")]
    [InlineData("linktr.ee")]
    public void A_short_link_hides_where_it_leads(string host) => Assert.Equal(HostTraits.Shortener, _reader.Of(host));

    [Theory]
    [InlineData("kp2mi.go.id")]
    [InlineData("siskop2mi.bp2mi.go.id")]
    [InlineData("aduankonten.id")]
    [InlineData("www.eps.go.kr")]
    public void A_host_of_an_office_is_official(string host) => Assert.Equal(HostTraits.Official, _reader.Of(host));

    [Theory]
    [InlineData("bp2mi.example")]
    [InlineData("bp2mi.blogspot.com")]
    [InlineData("bp2mi-daftar.example")]
    [InlineData("daftar-kemnaker.web.id")]
    [InlineData("kemnakerresmi.my.id")]
    [InlineData("lokerkemnakerri.com")]
    [InlineData("kemnaker.go.id.daftar-kerja.xyz")]
    [InlineData("kemnaker-go-id.com")]
    [InlineData("kerja.go-id.com")]
    [InlineData("kemnak3r.com")]
    [InlineData("kp2ml.com")]
    [InlineData("kernnaker.com")]
    [InlineData("kemmaker.com")]
    [InlineData("siskp2mi.id")]
    [InlineData("imigrsai.co.id")]
    [InlineData("xn--kmnaker-7gg.com")]
    public void A_name_of_an_office_that_somebody_puts_on_is_seen(string host) => Assert.Equal(HostTraits.Lookalike, _reader.Of(host));

    [Theory]
    [InlineData("daftar-kerja.example")]
    [InlineData("migrasi.id")]
    [InlineData("emigrasi.com")]
    [InlineData("p3mi.or.id")]
    [InlineData("kompas.com")]
    [InlineData("kominfonews.com")]
    [InlineData("go.id.com")]
    [InlineData("xn--")]
    [InlineData("com")]
    public void Any_other_host_says_nothing(string host) => Assert.Equal(HostTraits.None, _reader.Of(host));

    [Fact]
    public void The_longest_host_is_read_in_bounded_steps() =>
        Assert.Equal(HostTraits.None, _reader.Of(string.Join('.', Enumerable.Repeat(new string('a', 63), 2_000)) + ".com"));

    [Theory]
    [InlineData("daftar di bit.ly/abc", "host:shortener")]
    [InlineData("daftar di bp2mi-resmi.com", "host:lookalike")]
    [InlineData("cek di kp2mi.go.id", "host:official")]
    public void What_a_host_says_is_a_fact(string text, string fact)
    {
        var screener = ShippedScreener.RulesAlone;
        var facts = ReadFacts.Of(screener.Rules, screener.Read(text));

        Assert.Equal([fact], facts.All.Select(number => screener.Rules.Names[number]).Where(name => name.StartsWith("host:", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_offer_with_a_host_that_puts_on_an_office_weighs_more()
    {
        const string Offer = "Loker Korea, gaji 25 juta, lamaran di ";

        Assert.True(Score(Offer + "bp2mi-daftar.com") > Score(Offer + "perusahaan-daftar.com"));
    }

    [Theory]
    [InlineData("Bit.ly")]
    [InlineData("bit ly")]
    [InlineData("")]
    public void A_list_with_a_host_that_is_none_is_refused(string host)
    {
        var data = Path.Combine(SharedFolder.Root, "data");
        string File(string path) => System.IO.File.ReadAllText(Path.Combine(data, path));
        var hosts = File("domains/hosts.json").Replace("\"bit.ly\"", $"\"{host}\"", StringComparison.Ordinal);

        Assert.Throws<CatalogueException>(() =>
            Gazetteer.Parse(File("places/countries.json"), File("identifiers/words.json"), File("domains/public_suffix_list.dat"), hosts));
    }

    private static double Score(string text) => ShippedScreener.RulesAlone.Screen(text).Score;
}
