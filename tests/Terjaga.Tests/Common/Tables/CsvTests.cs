using System.Text;
using Terjaga.Common.Tables;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "2 a=1 b=2")]
    [InlineData("a;b\r\n1;2,5\r\n", "2 a=1 b=2,5")]
    [InlineData("a\tb\n1\t2", "2 a=1 b=2")]
    [InlineData("a|b\n1|2", "2 a=1 b=2")]
    [InlineData("a, x;b;c\n1;2;3\n4;5;6", "2 a, x=1 b=2 c=3")]
    [InlineData("a\r1\r", "2 a=1")]
    [InlineData("\"a;;;\",b\n1,2", "2 a;;;=1 b=2")]
    [InlineData("a,b\n=1+1,@SUM(1)\n", "2 a==1+1 b=@SUM(1)")]
    [InlineData("a,b\n#1,2\n", "2 a=#1 b=2")]
    [InlineData("#,b\n1,2\n", "2 #=1 b=2")]
    [InlineData(" a , b \n 1 , \n", "2 a= 1")]
    [InlineData("a,b\n\"x\"y,5\" pipe\n", "2 a=xy b=5\" pipe")]
    [InlineData("a,b,,\n1,2,,\n", "2 a=1 b=2")]
    [InlineData("a,b\n1\n", "2 a=1")]
    public async Task A_row_is_read_as_it_stands(string text, string row) => Assert.Equal(row, Short((await RowsAsync(text))[0]));

    [Fact]
    public async Task A_row_is_counted_by_the_line_it_begins_on()
    {
        var rows = await RowsAsync("# source: x\n\na,b\r\n\"1\n\r\n2\r3\",4\n\n,\n5,6\n7,8");

        Assert.Equal([4, 10, 11], rows.Select(row => row.Number));
        Assert.Equal("1\n\r\n2\r3", rows[0].Cells["a"]);
    }

    [Fact]
    public async Task A_row_with_too_many_cells_says_so_and_the_others_come() => Assert.Equal(
        ["2 a=1 b=2 table.row-ragged 2", "3 a=4 b=5"], (await RowsAsync("a,b\n1,2,3\n4,5,\n")).Select(Short));

    [Fact]
    public async Task A_cell_that_is_too_long_or_unreadable_is_left_out_and_the_others_come()
    {
        var rows = await RowsAsync($"a,b\n1,{new string('x', TableLimits.CellCharacters + 1)}\n2,{new string('x', TableLimits.CellCharacters)}\n3,{new string(' ', 5000)}a\n");

        Assert.Equal("2 a=1 table.cell-too-long b", Short(rows[0]));
        Assert.Equal((TableLimits.CellCharacters, null), (rows[1].Cells["b"].Length, rows[1].Problem));
        Assert.Equal("table.cell-too-long b", Short(rows[2].Problem));
        Assert.Equal("202 b=1 table.cell-unreadable a", Short((await RowsAsync("a,b\n" + string.Concat(Enumerable.Repeat("yyyyyyyyyyyyyyyyyyyyyyyy,0\n", 200)) + "\0,1\n"))[^1]));
    }

    [Fact]
    public async Task Lines_above_the_header_say_what_the_file_is()
    {
        const string text = "# source: KP2MI: list\n# a word without sense\n#\n#  asOf :2026-11-01\na,b\n1,2\n# x: y\n";

        Assert.Equal(
            new Dictionary<string, string> { ["source"] = "KP2MI: list", ["asOf"] = "2026-11-01" }, await PropertiesAsync(text));
        Assert.Equal(["6 a=1 b=2", "7 a=# x: y"], (await RowsAsync(text)).Select(Short));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public async Task A_file_is_read_in_its_encoding(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] file = [.. hasMark ? encoding.Preamble : [], .. encoding.GetBytes("nama;café\nSitiž;–é\n")];

        Assert.Equal("2 nama=Sitiž café=–é", Short(Assert.Single(await RowsAsync(file))));
    }

    [Fact]
    public async Task One_late_byte_that_is_no_UTF8_makes_the_file_Windows_1252()
    {
        var text = "a\n" + string.Concat(Enumerable.Repeat("xyz\n", 200_000));

        Assert.Equal("é", (await RowsAsync([.. Encoding.UTF8.GetBytes(text), 0xE9]))[^1].Cells["a"]);
        Assert.Equal("é", (await RowsAsync([.. Encoding.UTF8.GetBytes(text), 0xC3, 0xA9]))[^1].Cells["a"]);
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n3,4\n")]
    [InlineData("a,b\n1,\"")]
    [InlineData("a,b\n1,\"x\"\"")]
    public async Task A_quote_that_nothing_closes_spoils_the_file(string text) =>
        Assert.Equal("table.malformed 0", await ProblemAsync(text));

    [Fact]
    public async Task A_quote_that_swallows_more_than_a_row_can_be_spoils_the_file() => Assert.Equal(
        "table.malformed 2", await ProblemAsync("a,b\n1,2\n3,\"" + new string('x', TableLimits.PieceSize + 1) + "\"\n"));

    [Fact]
    public async Task Formula_cells_of_others_are_plain_text()
    {
        var lines = await File.ReadAllLinesAsync(SharedFolder.Require("standards/hostile/csv-cells.txt"), TestContext.Current.CancellationToken);
        var cells = lines.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        var text = "a,b\n" + string.Concat(cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\",x\n"));

        Assert.Equal(cells, (await RowsAsync(text)).Select(row => row.Cells["a"]));
    }
}
