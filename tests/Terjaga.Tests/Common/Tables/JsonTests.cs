using System.Text;
using Terjaga.Common.Tables;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

public sealed class JsonTests
{
    [Theory]
    [InlineData("""[{"a":"x","b":1}]""", "1 a=x b=1")]
    [InlineData("\uFEFF \n[{\" a \":\"x\"}]", "1 a=x")]
    [InlineData("""[{"a":true,"b":false,"c":null,"d":"","e":" "}]""", "1 a=true b=false")]
    [InlineData("""[{"a":1.50,"b":1e3,"c":-2.5E-3,"d":3201010101010001,"e":1e999}]""", "1 a=1.50 b=1000 c=-0.0025 d=3201010101010001 e=1e999")]
    [InlineData("""[{"a":["x",1,null,true,"y;"]}]""", "1 a=x; 1; true; y;")]
    [InlineData("""[{"a":[],"b":1}]""", "1 b=1")]
    [InlineData("""[{"a":{"x":[1]},"b":1}]""", "1 b=1 table.row-nested")]
    [InlineData("""[{"a":["x",["y"],"z"],"b":1}]""", "1 a=x; z b=1 table.row-nested")]
    [InlineData("""[{"b":1,"b":2}]""", "1 b=1 table.cell-repeated b")]
    [InlineData("""[{"a":"\ud800","b":1}]""", "1 b=1 table.cell-unreadable a")]
    [InlineData("""[{"a":"x\u0000","b":1}]""", "1 b=1 table.cell-unreadable a")]
    [InlineData("""[5]""", "1  table.row-nested")]
    [InlineData("""{"x":{"y":[1]},"rows":[{"a":1}],"more":[{"a":2}]}""", "1 a=1")]
    public async Task A_row_is_read_as_it_stands(string text, string row) => Assert.Equal([row], (await RowsAsync(text)).Select(Short));

    [Fact]
    public async Task A_bad_row_lets_the_others_come_and_empty_ones_count() => Assert.Equal(
        ["1 a=1", "3  table.row-nested", "4 b=2"], (await RowsAsync("""[{"a":1},{},[{"a":3}],{"b":2}]""")).Select(Short));

    [Fact]
    public async Task Scalars_beside_the_rows_say_what_the_file_is() => Assert.Equal(
        new Dictionary<string, string> { ["fictional"] = "true", ["owner"] = "KP2MI", ["asOf"] = "2026-11-01" },
        await PropertiesAsync("""{"fictional":true,"owner":"KP2MI","none":null,"rows":[{"a":1}],"asOf":"2026-11-01"}"""));

    [Theory]
    [InlineData("""[{"a":1},{"a":""", "table.malformed 1")]
    [InlineData("""[{"a":1}""", "table.malformed 1")]
    [InlineData("""[{"a":1}] x""", "table.malformed 1")]
    [InlineData("""{"rows":[{"a":1}]""", "table.malformed 0")]
    [InlineData("""{"rows":[{"a":1}], "rows":""", "table.malformed 0")]
    [InlineData("""[{"":1}]""", "table.malformed 0")]
    [InlineData("""[{"a":1},{'a':1}]""", "table.malformed 1")]
    [InlineData("""{"source":"a","source":"b","rows":[{"a":1}]}""", "table.cell-repeated source")]
    [InlineData("""{"a":1}""", "table.empty")]
    [InlineData("""[]""", "table.empty")]
    public async Task A_file_that_is_no_table_is_refused(string text, string problem) => Assert.Equal(problem, await ProblemAsync(text));

    [Fact]
    public async Task A_value_longer_than_a_cell_is_left_out_and_one_longer_than_a_row_spoils_the_file()
    {
        static string Row(int length) => $$"""{"a":1,"b":"{{new string('x', length)}}"}""";

        Assert.Equal(["1 a=1 table.cell-too-long b", "2 a=1"], (await RowsAsync($$"""[{{Row(90_000)}},{"a":1}]""")).Select(Short));
        Assert.Equal("table.malformed 1", await ProblemAsync($$"""[{"a":1},{{Row(3 * TableLimits.PieceSize)}}]"""));
        Assert.Equal(
            "table.cell-too-long a", Short((await RowsAsync($$"""[{"a":[{{string.Join(',', Enumerable.Range(1, 200_000))}}]}]"""))[0].Problem));
    }

    [Fact]
    public async Task Columns_are_counted_over_all_rows()
    {
        var rows = Enumerable.Range(0, TableLimits.Columns + 1).Select(i => $$"""{"c{{i}}":1}""");

        Assert.Equal(TableLimits.Columns, (await RowsAsync($"[{string.Join(',', rows.Take(TableLimits.Columns))}]")).Count);
        Assert.Equal("table.too-many-columns 100", await ProblemAsync($"[{string.Join(',', rows)}]"));
        Assert.Equal("table.header-invalid 16384", await ProblemAsync($$"""[{"{{new string('x', 9000)}}":1,"{{new string('y', 9000)}}":1}]"""));
    }

    [Fact]
    public async Task Depth_and_digits_without_end_are_bounded()
    {
        Assert.Equal("table.malformed 1", await ProblemAsync("""[{"a":1},{"b":""" + new string('[', 100_000)));
        Assert.Equal("table.malformed 0", await ProblemAsync("""{"x":""" + new string('[', 100_000)));
        Assert.Equal(["1  table.cell-too-long a"], (await RowsAsync($$"""[{"a":{{new string('9', 1_000_000)}}}]""")).Select(Short));
    }

    [Fact]
    public async Task Hostile_JSON_of_others_ends_in_rows_or_a_problem()
    {
        foreach (var file in Directory.GetFiles(SharedFolder.Require("standards/hostile"), "*.json"))
            Assert.InRange(await SurviveAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), -1, 1);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_spoil_a_cell_not_the_file() => Assert.Equal(
        ["1 b=1 table.cell-unreadable a", "2 b=2"],
        (await RowsAsync([.. Encoding.UTF8.GetBytes("""[{"a":"x"""), 0xE9, .. "\",\"b\":1},{\"b\":2}]"u8])).Select(Short));
}
