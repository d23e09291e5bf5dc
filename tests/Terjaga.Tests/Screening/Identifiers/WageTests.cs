using Terjaga.Screening.Identifiers;

namespace Terjaga.Tests.Screening.Identifiers;

public sealed class WageTests
{
    [Theory]
    [InlineData("Gaji per jam 15 dolar, per minggu 600 dolar", "15 15 USD hour", "600 600 USD week")]
    [InlineData("salary $500/week or $15/hour", "500 500 USD week", "15 15 USD hour")]
    [InlineData("Upah: USD 17,50 per jam, 50 jam per minggu. Total USD 875 per minggu", "17.5 17.5 USD hour", "875 875 USD week")]
    [InlineData("Gajinya besar. Sebulan 20 juta. Sehari 700 ribu", "20000000 20000000 IDR month", "700000 700000 IDR day")]
    [InlineData("Pay is 12 to 15 usd per hour, about $2,400 a month", "12 15 USD hour", "2400 2400 USD month")]
    public void Pay_by_the_hour_and_by_the_week_are_kept_apart(string text, params string[] pay) => Assert.Equal(pay, Pay(text));

    [Theory]
    [InlineData("gaji 800rb - 1,2jt", "800000 1200000 IDR month")]
    [InlineData("digaji 900k per minggu", "900000 900000 IDR week")]
    [InlineData("penghasilan Rp200.000 - Rp300.000 perhari", "200000 300000 IDR day")]
    [InlineData("gaji 800 - 1.200 dolar", "800 1200 USD month")]
    [InlineData("uang saku bulan pertama ¥80.000", "80000 80000 JPY month")]
    [InlineData("harian 60rb jaga toko", "60000 60000 IDR day")]
    public void Ranges_and_short_forms_are_read(string text, string pay) => Assert.Equal([pay], Pay(text));

    [Theory]
    [InlineData("masa percobaan AED 3.500, sesudahnya 5.000", "3500 3500 AED month", "5000 5000 AED month")]
    [InlineData("Gaji NT$ 27.470, lembur dibayar 180 per jam", "27470 27470 TWD month", "180 180 TWD hour")]
    [InlineData("Jual posisi CAD 14.000. Gaji per jam 19 dolar", "19 19 CAD hour")]
    [InlineData("Kerja di Australia, gaji 25 dolar sejam, deposit USD 500", "25 25 AUD hour")]
    public void A_currency_that_was_named_goes_on(string text, params string[] pay) => Assert.Equal(pay, Pay(text));

    [Theory]
    [InlineData("Teknisi, gapok 7,8 + tunjangan", "7800000 7800000 IDR month")]
    [InlineData("Sebulan bersih aku dapat 14. Enak", "14000000 14000000 IDR month")]
    public void Millions_that_go_without_saying_are_understood(string text, string pay) => Assert.Equal([pay], Pay(text));

    [Theory]
    [InlineData("gaji dibayar tiap tanggal 5. Kontrak 2 tahun")]
    [InlineData("gaji ke 13. Alhamdulillah")]
    [InlineData("gaji dibayar 2 kali sebulan")]
    [InlineData("gempa 4,8 SR")]
    [InlineData("weekly pass 27k")]
    [InlineData("promo gajian!! dari 55 jadi 42jt")]
    [InlineData("ajak teman dapat 30rb")]
    [InlineData("uangku 6 juta hilang")]
    public void What_is_no_pay_is_none(string text) => Assert.Empty(Pay(text));

    [Fact]
    public void A_sum_that_is_taken_back_is_none() => Assert.Equal(["2000 2000 MYR month"], Pay("Gaji 2 juta rupiah?? bukan lek, 2 ribu ringgit"));

    [Fact]
    public void A_word_of_a_fee_belongs_to_the_sum_that_it_stands_before()
    {
        var entities = Of("Fiji, 6 dolar fiji/jam, sangu 14jt");

        Assert.Equal(6, Assert.Single(entities.Wages).AmountMin);
        Assert.Equal(14_000_000, Assert.Single(entities.Fees).AmountMin);
    }

    [Theory]
    [InlineData("kami, Lembaga Konsultan Mandiri \"Rantau Andaian\", membantu", "Rantau Andaian")]
    [InlineData("PT “Maju Jaya” buka lowongan", "Maju Jaya")]
    [InlineData("agen \"nakal\" itu", null)]
    [InlineData("PT Andaian Jaya, kata \"Kepala Dinas\"", "PT Andaian Jaya")]
    public void An_agency_is_also_named_in_quotes(string text, string? name) =>
        Assert.Equal(name is null ? [] : [name], Of(text).Agencies);

    private static IEnumerable<string> Pay(string text) =>
        Of(text).Wages.Select(wage => FormattableString.Invariant($"{wage.AmountMin:0.##} {wage.AmountMax:0.##} {wage.Currency} {wage.Period}"));

    private static Entities Of(string text) => ShippedScreener.RulesAlone.Screen(text).Entities;
}
