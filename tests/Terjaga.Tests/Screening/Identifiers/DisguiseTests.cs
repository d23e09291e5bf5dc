using Terjaga.Screening.Identifiers;

namespace Terjaga.Tests.Screening.Identifiers;

public sealed class DisguiseTests
{
    [Theory]
    [InlineData("Hub 0812-0000-1234", "+6281200001234")]
    [InlineData("WA 08l2 OOOO l234", "+6281200001234")]
    [InlineData("nol delapan satu dua nol nol nol nol satu dua tiga empat", "+6281200001234")]
    [InlineData("０８１２ ００００ １２３４", "+6281200001234")]
    [InlineData("0️⃣8️⃣1️⃣2️⃣0️⃣0️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣", "+6281200001234")]
    [InlineData("wa.me/6281200001234", "+6281200001234")]
    [InlineData("+62 812 0000 1234", "+6281200001234")]
    [InlineData("08lima7 - 0000 - 8delapan43", "+6285700008843")]
    public void A_phone_number_is_read_in_every_disguise(string text, string number) => Assert.Equal([number], Of(text).Phones);

    [Theory]
    [InlineData("SIP3MI 061/000/2021")]
    [InlineData("Gaji Rp 12.000.000 sampai Rp 18.000.000")]
    [InlineData("tanggal 12-12-2026 jam 08.00-17.00")]
    [InlineData("NIK 3201012345678901")]
    public void What_is_no_phone_number_is_none(string text) => Assert.Empty(Of(text).Phones);

    [Theory]
    [InlineData("hxxps://daftar-kerja[.]example/a", "daftar-kerja.example")]
    [InlineData("lokerku (dot) example ya", "lokerku.example")]
    [InlineData("klik www.daftar.example.", "www.daftar.example")]
    [InlineData("imel hrd[at]kantor[dot]example", null)]
    [InlineData("S.Pd dan dll.tapi bukan alamat", null)]
    public void A_host_is_read_defanged_or_not(string text, string? host) =>
        Assert.Equal(host is null ? [] : [host], Of(text).Hosts);

    [Theory]
    [InlineData("gaji 12-18jt", "12000000 18000000 IDR month")]
    [InlineData("Gaji Rp15jt-20jt per bulan", "15000000 20000000 IDR month")]
    [InlineData("gaji 2,06 juta won", "2060000 2060000 KRW month")]
    [InlineData("upah 25 dolar sejam di Australia", "25 25 AUD hour")]
    [InlineData("gaji sepuluh juta", "10000000 10000000 IDR month")]
    [InlineData("salary RM1,600", "1600 1600 MYR month")]
    public void Pay_is_read_with_its_currency_and_period(string text, string pay) => Assert.Equal(
        [pay], Of(text).Wages.Select(wage => FormattableString.Invariant($"{wage.AmountMin:0.##} {wage.AmountMax:0.##} {wage.Currency} {wage.Period}")));

    [Fact]
    public void A_fee_is_no_pay()
    {
        var entities = Of("Bayar DP 5 juta dulu");

        Assert.Empty(entities.Wages);
        Assert.Equal(5_000_000, Assert.Single(entities.Fees).AmountMin);
    }

    [Theory]
    [InlineData("k4mb0j4", "KH")]
    [InlineData("🇲🇲 otw", "MM")]
    [InlineData("negeri gajah putih", "TH")]
    [InlineData("kerja di Taichung", "TW")]
    public void A_country_goes_by_many_names(string text, string code) => Assert.Equal([code], Of(text).Countries);

    [Fact]
    public void An_account_has_its_bank_and_its_holder()
    {
        var account = Assert.Single(Of("transfer ke BCA 0001234567 a.n. Bejo Fiktif").Accounts);

        Assert.Equal(("BCA", "0001234567"), (account.Bank, account.Number));
        Assert.Equal("Bejo Fiktif", account.Holder);
    }

    private static Entities Of(string text) => ShippedScreener.RulesAlone.Screen(text).Entities;
}
