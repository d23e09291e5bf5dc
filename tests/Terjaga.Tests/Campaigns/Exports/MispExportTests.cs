using System.Text.Json;
using CsCheck;
using Terjaga.Campaigns.Exports;

namespace Terjaga.Tests.Campaigns.Exports;

public sealed class MispExportTests
{
    [Theory]
    [InlineData(IndicatorKind.Phone, "+6281234567890", "Other", "phone-number", "+6281234567890", true)]
    [InlineData(IndicatorKind.Phone, "+62x", "Other", "text", "+62x", false)]
    [InlineData(IndicatorKind.Account, "BCA:0123", "Financial fraud", "bank-account-nr", "0123", true)]
    [InlineData(IndicatorKind.Account, "BCA:", "Financial fraud", "text", "BCA:", false)]
    [InlineData(IndicatorKind.Account, "0123", "Financial fraud", "text", "0123", false)]
    [InlineData(IndicatorKind.Handle, "telegram:a", "Social network", "text", "telegram:a", false)]
    [InlineData(IndicatorKind.Domain, "a.example", "Network activity", "domain", "a.example", true)]
    [InlineData(IndicatorKind.Domain, "a b.example", "Network activity", "text", "a b.example", false)]
    [InlineData(IndicatorKind.Url, "https://a.example/x", "Network activity", "url", "https://a.example/x", true)]
    [InlineData(IndicatorKind.Url, "javascript:alert(1)", "Network activity", "text", "javascript:alert(1)", false)]
    [InlineData(IndicatorKind.Wallet, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "Financial fraud", "btc", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", true)]
    [InlineData(IndicatorKind.Wallet, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "Financial fraud", "btc", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", true)]
    [InlineData(IndicatorKind.Wallet, "0x52908400098527886E0F7030069857D2E4169EE7", "Financial fraud", "other", "0x52908400098527886E0F7030069857D2E4169EE7", false)]
    [InlineData(IndicatorKind.PictureHash, "00ff", "External analysis", "other", "00ff", false)]
    public void Each_kind_has_its_type_and_a_value_that_MISP_would_refuse_goes_as_text(
        IndicatorKind kind, string value, string category, string type, string written, bool isForMachines)
    {
        var attribute = Assert.Single(Attributes(Sheets.Of(Sheets.Row(kind, value))));

        Assert.Equal(
            (category, type, written, isForMachines),
            (attribute.GetProperty("category").GetString(), Sheets.TypeOf(attribute), attribute.GetProperty("value").GetString(), attribute.GetProperty("to_ids").GetBoolean()));
    }

    [Fact]
    public void An_event_stays_with_its_organisation_and_carries_its_marking()
    {
        var one = Sheets.Misp(Sheets.Small);

        Assert.Equal("0", one.GetProperty("distribution").GetString());
        Assert.False(one.GetProperty("published").GetBoolean());
        Assert.Equal("tlp:amber", Assert.Single(one.GetProperty("Tag").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("2026-11-19", one.GetProperty("date").GetString());
    }

    [Fact]
    public void A_name_that_an_offer_uses_is_nowhere_and_a_remark_says_so()
    {
        Assert.DoesNotContain("Sejahtera", Sheets.Text(Sheets.Small, IndicatorFormat.Misp), StringComparison.Ordinal);
        var remark = Assert.Single(Attributes(Sheets.Small), attribute => Sheets.TypeOf(attribute) == "comment");
        Assert.False(remark.GetProperty("to_ids").GetBoolean());
        Assert.DoesNotContain(Attributes(Sheets.Of(Sheets.Row(IndicatorKind.Phone, "+62812"))), attribute => Sheets.TypeOf(attribute) == "comment");
    }

    [Fact]
    public void Ids_stay_from_export_to_export_and_the_moment_of_change_moves()
    {
        var later = Sheets.Small with { ReadAt = Sheets.Read.AddDays(3), Rows = [.. Sheets.Small.Rows.Skip(1)] };

        Assert.Equal(Sheets.Misp(Sheets.Small).GetProperty("uuid").GetGuid(), Sheets.Misp(later).GetProperty("uuid").GetGuid());
        Assert.Subset(Ids(Sheets.Small), Ids(later));
        Assert.NotEqual(Sheets.Misp(Sheets.Small).GetProperty("timestamp").GetString(), Sheets.Misp(later).GetProperty("timestamp").GetString());
    }

    [Fact]
    public void A_title_is_one_line_of_at_most_256_units() => Sheets.Hostile.Sample(title =>
    {
        var info = Sheets.Misp(Sheets.Of() with { Title = string.Concat(Enumerable.Repeat(title, 40)) }).GetProperty("info").GetString()!;

        Assert.InRange(info.Length, 1, 256);
        Assert.DoesNotContain(info, c => char.IsControl(c) || c is '\u202E' or '\u2066' or '\u2028');
    }, iter: 300, threads: 1);

    private static List<JsonElement> Attributes(IndicatorSheet sheet) => [.. Sheets.Misp(sheet).GetProperty("Attribute").EnumerateArray()];

    private static HashSet<Guid> Ids(IndicatorSheet sheet) => [.. Attributes(sheet).Where(one => Sheets.TypeOf(one) != "comment").Select(one => one.GetProperty("uuid").GetGuid())];
}
