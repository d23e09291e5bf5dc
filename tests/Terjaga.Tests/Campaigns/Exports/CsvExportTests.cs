using System.Globalization;
using System.Text;
using CsCheck;
using Terjaga.Campaigns.Exports;

namespace Terjaga.Tests.Campaigns.Exports;

public sealed class CsvExportTests
{
    private const string Formula = "=+-@＝＋－＠﹦﹢﹣﹫";

    /// <summary>What spreadsheets split at: by the standard, set to Indonesian, and LibreOffice as it comes.</summary>
    private static readonly char[] _delimiters = [',', ';', '\t'];

    [Fact]
    public void No_cell_begins_with_a_formula_in_any_spreadsheet() => Sheets.HostileSheet.Sample(sheet =>
    {
        var text = Sheets.Text(sheet, IndicatorFormat.Csv);

        foreach (var delimiter in _delimiters)
            Assert.DoesNotContain(Spreadsheet.Read(text, delimiter).SelectMany(row => row), RunsAsFormula);
    }, iter: 1_000, threads: 1);

    [Fact]
    public void Every_value_can_be_read_back() => Sheets.Hostile.Where(value => !string.IsNullOrWhiteSpace(value)).Sample(value =>
    {
        var rows = Spreadsheet.Read(Sheets.Text(Sheets.Of(Sheets.Row(IndicatorKind.Url, value)), IndicatorFormat.Csv), ',');

        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].Count, rows[1].Count);
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)), ReadBack(rows[1][1]));
    }, iter: 1_000, threads: 1);

    [Theory]
    [InlineData("+6281234567890", "\"'+6281234567890\"")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("@SUM(1)", "\"'@SUM(1)\"")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("\u202E=1", "\"'\u202E=1\"")]
    [InlineData("'=1", "\"''=1\"")]
    [InlineData("x;=1", "\"x;'=1\"")]
    [InlineData("x\t@a\n-1", "\"x\t'@a\n'-1\"")]
    [InlineData("x\r\ny", "\"x\r\ny\"")]
    [InlineData("x; \u200B=1", "\"x;' \u200B=1\"")]
    [InlineData("PT \"Maju\" Jaya", "\"PT \"\"Maju\"\" Jaya\"")]
    [InlineData("x;\"=1", "\"x;\"\"'=1\"")]
    [InlineData("https://a.example/?b=-1,+2", "\"https://a.example/?b=-1,+2\"")]
    [InlineData("BCA:0123", "\"BCA:0123\"")]
    public void A_cell_is_marked_as_text_wherever_a_cell_may_be_seen_to_begin(string value, string cell) =>
        Assert.Contains(cell, Sheets.Text(Sheets.Of(Sheets.Row(IndicatorKind.Url, value)), IndicatorFormat.Csv), StringComparison.Ordinal);

    [Fact]
    public void Every_line_ends_as_the_standard_says_and_there_is_no_byte_order_mark()
    {
        var text = Sheets.Text(Sheets.Small, IndicatorFormat.Csv);

        Assert.StartsWith("\"kind\",\"value\",", text, StringComparison.Ordinal);
        Assert.EndsWith("\"\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void A_name_that_an_offer_uses_is_told_with_the_remark_that_it_may_be_stolen()
    {
        var row = Assert.Single(Spreadsheet.Read(Sheets.Text(Sheets.Small, IndicatorFormat.Csv), ','), row => row[0] == "name-used");

        Assert.Equal("'=PT \"Maju\" Sejahtera", row[1]);
        Assert.Contains("Bisa jadi namanya dicuri", row[5], StringComparison.Ordinal);
        Assert.All(Spreadsheet.Read(Sheets.Text(Sheets.Small, IndicatorFormat.Csv), ',').Skip(1), other => Assert.Equal("TLP:AMBER", other[7]));
    }

    /// <summary>Spreadsheets pass by what is not seen before a sign.</summary>
    private static bool RunsAsFormula(string cell) =>
        cell.SkipWhile(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            .Take(1).Any(c => Formula.Contains(c, StringComparison.Ordinal));

    /// <summary>As docs/exports.md tells a program to: drop one apostrophe where a cell may be seen to begin.</summary>
    private static string ReadBack(string cell)
    {
        var value = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            var begins = value.Length == 0 ? i == 0 : value[^1] is ';' or '\t' or '\r' or '\n' or '"';
            if (begins && cell[i] == '\'')
                i++;
            if (i < cell.Length)
                value.Append(cell[i]);
        }

        return value.ToString();
    }
}
