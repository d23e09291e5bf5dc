using Terjaga.Common.Tables;
using Terjaga.Common.Tables.Xlsx;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

public sealed class XlsxTests
{
    private const string Styles = $"""
        <styleSheet {Workbook.Main}><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\ mmmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; d&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """;

    private const string Texts = $"""
        <sst {Workbook.Main}><si><t>a</t></si>
          <si>
            <r><rPr><b/></rPr><t xml:space="preserve">b </t></r><r><t>c</t></r><rPh sb="0" eb="1"><t>sound</t></rPh><phoneticPr/>
          </si><si/><si><t>x_x000A_y</t></si></sst>
        """;

    [Theory]
    [InlineData("""<c t="s"><v>1</v></c>""", "2 x=b c")]
    [InlineData("""<c t="s"><v>3</v></c>""", "2 x=x\ny")]
    [InlineData("""<c t="inlineStr"><is><r><t>a</t></r><r><t>&amp;b</t></r></is></c>""", "2 x=a&b")]
    [InlineData("""<c t="str"><f>A1&amp;"z"</f><v>az</v></c>""", "2 x=az")]
    [InlineData("""<c><f>1+1</f><v>2</v></c>""", "2 x=2")]
    [InlineData("""<c t="b"><v>1</v></c>""", "2 x=true")]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", "2 x=#N/A")]
    [InlineData("""<c><v>0.30000000000000004</v></c>""", "2 x=0.3")]
    [InlineData("""<c><v>1.5E+3</v></c>""", "2 x=1500")]
    [InlineData("""<c><v>-2.5E-3</v></c>""", "2 x=-0.0025")]
    [InlineData("""<c><v>3201010101010001</v></c>""", "2 x=3201010101010001")]
    [InlineData("""<c><v>1E+30</v></c>""", "2 x=1000000000000000019884624838656")]
    [InlineData("""<c s="1"><v>46327</v></c>""", "2 x=2026-11-01")]
    [InlineData("""<c s="2"><v>46327.75</v></c>""", "2 x=2026-11-01T18:00:00")]
    [InlineData("""<c s="1"><v>46326.9999999999</v></c>""", "2 x=2026-11-01")]
    [InlineData("""<c s="1"><v>0.25</v></c>""", "2 x=06:00:00")]
    [InlineData("""<c s="1"><v>1</v></c>""", "2 x=1900-01-01")]
    [InlineData("""<c s="1"><v>61</v></c>""", "2 x=1900-03-01")]
    [InlineData("""<c s="1"><v>99999999</v></c>""", "2 x=99999999")]
    [InlineData("""<c s="3"><v>46327</v></c>""", "2 x=46327")]
    [InlineData("""<c s="99"><v>46327</v></c>""", "2 x=46327")]
    [InlineData("""<c t="d"><v>2026-11-01T00:00:00</v></c>""", "2 x=2026-11-01")]
    [InlineData("""<c r="C2" t="s"><v>0</v></c><c t="s"><v>0</v></c>""", "2 z=a w=a")]
    [InlineData("""<c r="A2" t="s"><v>0</v></c><c r="XFD2" s="1"/>""", "2 x=a")]
    [InlineData("""<c r="A2" t="s"><v>0</v></c><c r="E2"><v>5</v></c>""", "2 x=a table.row-ragged 4")]
    public async Task A_cell_is_read_as_a_person_sees_it(string cell, string row)
    {
        var file = Workbook.Of(Workbook.Row("x", " y ", "z", "w") + $"<row>{cell}</row>").With("xl/styles.xml", Styles).With("xl/sharedStrings.xml", Texts);

        Assert.Equal(row, Short(Assert.Single(await RowsAsync(file.Zip()))));
    }

    [Fact]
    public async Task Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        var file = Workbook.Of(Workbook.Row("x") + """<row><c s="1"><v>44865</v></c></row><row><c s="1"><v>0</v></c></row>""").With("xl/styles.xml", Styles)
            .Replace("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");

        Assert.Equal(["2 x=2026-11-01", "3 x=1904-01-01"], (await RowsAsync(file.Zip())).Select(Short));
    }

    [Fact]
    public async Task Rows_keep_the_numbers_of_the_sheet_and_empty_ones_are_passed_over() => Assert.Equal(
        ["7 x=1", "900000000 x=2"],
        (await RowsAsync(Workbook.Of("""<row r="2"/><row r="5"><c t="str"><v>x</v></c></row><row/><row><c><v>1</v></c></row><row r="900000000"><c><v>2</v></c></row>""").Zip())).Select(Short));

    [Fact]
    public async Task The_first_sheet_that_is_shown_is_read()
    {
        var file = Workbook.Of(Workbook.Row("hidden") + Workbook.Row("1")).With("xl/worksheets/sheet2.xml", Workbook.Of(Workbook.Row("shown") + Workbook.Row("2")).Parts["xl/worksheets/sheet1.xml"])
            .Replace("xl/workbook.xml", "r:id=\"r1\"/>", "r:id=\"r1\" state=\"hidden\"/><sheet name=\"B\" sheetId=\"2\" r:id=\"r2\"/>");

        Assert.Equal("2 shown=2", Short(Assert.Single(await RowsAsync(file.Zip()))));
    }

    [Fact]
    public async Task A_strict_workbook_with_prefixes_is_read()
    {
        var file = Workbook.Of("").With("xl/worksheets/sheet1.xml", """
            <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c></x:row>
            <x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """).Replace("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument");

        Assert.Equal("2 a=1", Short(Assert.Single(await RowsAsync(file.Zip()))));
    }

    [Theory]
    [InlineData("d\\d\\m", true)]
    [InlineData("\"d\"0", false)]
    [InlineData("[Red]0;d", false)]
    [InlineData("[h]:mm", false)]
    [InlineData("General", false)]
    [InlineData("h:mm", true)]
    public void A_format_shows_a_day_by_its_parts(string format, bool isDate) => Assert.Equal(isDate, DateStyles.IsDate(format));

    [Fact]
    public async Task A_cell_that_is_too_long_is_left_out_and_the_others_come()
    {
        var file = Workbook.Of(Workbook.Row("a", "b") + Workbook.Row("1", new string('x', TableLimits.CellCharacters + 1)) + Workbook.Row("2", new string('x', TableLimits.CellCharacters)));

        var rows = await RowsAsync(file.Zip());

        Assert.Equal("2 a=1 table.cell-too-long b", Short(rows[0]));
        Assert.Equal((TableLimits.CellCharacters, null), (rows[1].Cells["b"].Length, rows[1].Problem));
    }
}
