using System.Buffers.Binary;
using System.Text;
using Terjaga.Common.Tables;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

public sealed class HostileWorkbookTests
{
    private static readonly string _rows = Workbook.Row("a") + Workbook.Row("1");

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    public async Task A_document_type_spoils_every_part_that_is_read(string type)
    {
        foreach (var part in Workbook.Of(_rows).Parts.Keys)
        {
            var file = Workbook.Of(_rows);
            Assert.Equal("table.malformed 0", await ProblemAsync(file.With(part, type + file.Parts[part]).Zip()));
        }
    }

    [Fact]
    public async Task An_inflated_bomb_is_refused_by_its_real_size()
    {
        var file = Workbook.Of(_rows).With("xl/media/picture.bin", new string(' ', 30_000_000)).Zip();

        Assert.Equal("table.too-large", await ProblemAsync(file));
        Assert.Equal("table.malformed 0", await ProblemAsync(SayingSize(file, 1)));
    }

    [Theory]
    [InlineData("""<row><c t="s"><v>9</v></c></row>""")]
    [InlineData("""<row><c t="s"><v>-1</v></c></row>""")]
    [InlineData("""<row><c r="ZZZZZZ2"><v>1</v></c></row>""")]
    [InlineData("""<row><c r="1"><v>1</v></c></row>""")]
    [InlineData("""<row r="0"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="99999999999"><c><v>1</v></c></row>""")]
    [InlineData("""<row><c><v>1</c></row>""")]
    public async Task What_no_sheet_has_spoils_the_file(string row) => Assert.Equal("table.malformed 2", await ProblemAsync(Workbook.Of(_rows + row).Zip()));

    [Fact]
    public async Task XML_deeper_than_any_sheet_spoils_the_file()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("<row>", levels)) + string.Concat(Enumerable.Repeat("</row>", levels));

        Assert.Single(await RowsAsync(Workbook.Of(_rows + Nested(60)).Zip()));
        Assert.Equal("table.malformed 2", await ProblemAsync(Workbook.Of(_rows + Nested(100_000)).With("x", Workbook.Noise(20_000)).Zip()));
    }

    [Fact]
    public async Task A_workbook_with_macros_or_of_another_kind_is_refused()
    {
        Assert.Equal("table.workbook-macros", await ProblemAsync(Workbook.Of(_rows).With("xl/vbaProject.bin", "x").Zip()));
        Assert.Equal("table.workbook-macros", await ProblemAsync(Workbook.Of(_rows).With("xl/macrosheets/sheet1.xml", "<a/>").Zip()));
        Assert.Equal("table.workbook-macros", await ProblemAsync(Workbook.Of(_rows).With(
            "[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>").Zip()));
        Assert.Equal("table.format-unknown", await ProblemAsync(Workbook.Of(_rows).Replace("_rels/.rels", "officeDocument\"", "other\"").Zip()));
        Assert.Equal("table.format-unknown", await ProblemAsync(Workbook.Of(_rows).Replace("_rels/.rels", "workbook.xml", "workbook.bin").With("xl/workbook.bin", "x").Zip()));
    }

    [Fact]
    public async Task A_part_locked_by_a_password_is_told()
    {
        var file = Workbook.Of(_rows).Zip();
        for (var at = 0; (at = file.AsSpan(at).IndexOf("PK\x01\x02"u8) is >= 0 and var next ? at + next : -1) >= 0; at++)
            file[at + 8] |= 1;

        Assert.Equal("table.workbook-locked", await ProblemAsync(file));
    }

    [Fact]
    public async Task Too_many_parts_or_one_part_twice_spoil_the_file()
    {
        var many = Workbook.Of(_rows);
        for (var i = 0; i < TableLimits.Entries; i++)
            many.With($"x/{i}", "");

        Assert.Equal("table.malformed 0", await ProblemAsync(many.Zip()));
        Assert.Equal("table.malformed 0", await ProblemAsync(Workbook.Of(_rows).With("XL\\Workbook.xml", "<a/>").Zip()));
    }

    [Theory]
    [InlineData("standards/hostile", "*.zip")]
    [InlineData("standards/archives/go-fuzz-zip/zip", "*")]
    public async Task Zips_of_others_end_in_a_problem(string folder, string pattern)
    {
        var files = Directory.GetFiles(SharedFolder.Require(folder), pattern, SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        foreach (var file in files)
            Assert.Equal(-1, await SurviveAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("standards/hostile", "*.xml")]
    [InlineData("standards/xml/go-fuzz/xml", "*")]
    public async Task XML_of_others_as_any_part_ends_in_rows_or_a_problem(string folder, string pattern)
    {
        var files = Directory.GetFiles(SharedFolder.Require(folder), pattern, SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, Encoding.Latin1, TestContext.Current.CancellationToken);
            foreach (var part in (string[])["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"])
                await SurviveAsync(Workbook.Of(_rows).With(part, text).Zip());
        }
    }

    /// <summary>The same zip, where each part says that it inflates to so many bytes.</summary>
    private static byte[] SayingSize(byte[] file, uint size)
    {
        var lying = (byte[])file.Clone();
        for (var at = 0; (at = lying.AsSpan(at).IndexOf("PK\x01\x02"u8) is >= 0 and var next ? at + next : -1) >= 0; at++)
            BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(at + 24), size);
        return lying;
    }
}
