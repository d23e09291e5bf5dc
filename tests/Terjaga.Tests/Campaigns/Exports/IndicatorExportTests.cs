using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Terjaga.Campaigns.Exports;
using Terjaga.Tests.Rules;

namespace Terjaga.Tests.Campaigns.Exports;

public sealed class IndicatorExportTests
{
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void A_small_table_is_as_approved() => ApprovedText.Check(
        "tests/Terjaga.Tests/Approved/indicators.csv",
        Sheets.Text(Sheets.Small, IndicatorFormat.Csv).Replace("\r\n", "\n", StringComparison.Ordinal));

    [Theory]
    [InlineData(IndicatorFormat.Stix)]
    [InlineData(IndicatorFormat.Misp)]
    public void A_small_file_of_JSON_is_as_approved(IndicatorFormat format) => ApprovedText.Check(
        "tests/Terjaga.Tests/Approved/indicators" + format.FileEnding,
        JsonSerializer.Serialize(JsonDocument.Parse(Sheets.Text(Sheets.Small, format)), _readable) + "\n");

    [Theory]
    [InlineData(IndicatorFormat.Csv, ".csv", "text/csv; charset=utf-8; header=present")]
    [InlineData(IndicatorFormat.Stix, ".stix.json", "application/stix+json;version=2.1")]
    [InlineData(IndicatorFormat.Misp, ".misp.json", "application/json")]
    public void A_file_is_named_by_campaign_and_moment_and_by_nothing_that_a_stranger_wrote(IndicatorFormat format, string ending, string mediaType)
    {
        var file = IndicatorExport.Write(Sheets.Small with { Title = "../../=cmd\r\n" }, format);

        Assert.Equal($"campaign-{Sheets.Campaign}-20261130T070000Z{ending}", file.FileName);
        Assert.Equal(mediaType, file.MediaType);
    }

    [Theory]
    [InlineData(IndicatorFormat.Csv)]
    [InlineData(IndicatorFormat.Stix)]
    [InlineData(IndicatorFormat.Misp)]
    public void The_order_of_rows_and_a_row_that_comes_twice_change_nothing(IndicatorFormat format)
    {
        var halves = Sheets.Small.Rows.SelectMany(row => new[] { row with { SightingCount = row.SightingCount - 1 }, row with { SightingCount = 1 } })
            .Where(row => row.SightingCount > 0).Reverse();
        var once = Sheets.Small.Rows.Select(row => row with { SightingCount = Math.Max(row.SightingCount, 1) });

        Assert.Equal(
            Sheets.Text(Sheets.Small with { Rows = [.. once] }, format),
            Sheets.Text(Sheets.Small with { Rows = [.. halves] }, format));
    }

    [Theory]
    [InlineData(IndicatorFormat.Stix)]
    [InlineData(IndicatorFormat.Misp)]
    public void JSON_is_plain_ASCII_whatever_strangers_write(IndicatorFormat format) => CsCheck.Check.Sample(Sheets.HostileSheet, sheet =>
    {
        var content = IndicatorExport.Write(sheet, format).Content;

        Assert.True(Ascii.IsValid(content));
        Assert.DoesNotContain((byte)'<', content);
        JsonDocument.Parse(content);
    }, iter: 300, threads: 1);

    [Theory]
    [InlineData(IndicatorFormat.Csv)]
    [InlineData(IndicatorFormat.Stix)]
    [InlineData(IndicatorFormat.Misp)]
    public void A_long_value_is_carried_whole_and_an_empty_one_is_left_out(IndicatorFormat format)
    {
        var text = Sheets.Text(Sheets.Of(Sheets.Row(IndicatorKind.Url, "https://a.example/" + new string('x', 100_000)), Sheets.Row(IndicatorKind.Domain, " ")), format);

        Assert.Contains(new string('x', 100_000), text, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IndicatorFormat.Stix)]
    [InlineData(IndicatorFormat.Misp)]
    public void A_title_that_tells_the_name_of_an_agency_stays_at_home(IndicatorFormat format)
    {
        var sheet = Sheets.Small with { Title = "Loker =pt  \"MAJU\"\tSejahtera, gaji 15 juta" };

        Assert.DoesNotContain("gaji", Sheets.Text(sheet, format), StringComparison.Ordinal);
        Assert.Contains($"Campaign {Sheets.Campaign}", Sheets.Text(sheet, format), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IndicatorFormat.Csv)]
    [InlineData(IndicatorFormat.Stix)]
    [InlineData(IndicatorFormat.Misp)]
    public void A_sheet_without_rows_is_still_a_whole_file(IndicatorFormat format) => Assert.NotEmpty(IndicatorExport.Write(Sheets.Of(), format).Content);
}
