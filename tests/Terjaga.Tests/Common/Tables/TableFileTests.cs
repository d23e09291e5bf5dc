using System.Text;
using Terjaga.Common.Tables;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("PK\u0003\u0004", nameof(TableFormat.Xlsx))]
    [InlineData(" \n[", nameof(TableFormat.Json))]
    [InlineData("\uFEFF{", nameof(TableFormat.Json))]
    [InlineData("a,b", nameof(TableFormat.Csv))]
    [InlineData("PK,b", nameof(TableFormat.Csv))]
    [InlineData("", nameof(TableFormat.Csv))]
    public void The_first_bytes_tell_the_format(string beginning, string format) =>
        Assert.Equal(format, TableFile.FormatOf(Encoding.UTF8.GetBytes(beginning)).ToString());

    [Theory]
    [InlineData("", "table.empty")]
    [InlineData(" \r\n ", "table.empty")]
    [InlineData("\uFEFF", "table.empty")]
    [InlineData("a,b\n", "table.empty")]
    [InlineData("# source: x\n", "table.empty")]
    [InlineData(",\n,\n", "table.empty")]
    [InlineData("\u0089PNG\r\n\u001a\n", "table.format-unknown")]
    [InlineData("%PDF-1.7", "table.format-unknown")]
    [InlineData("\uFEFF <html>", "table.format-unknown")]
    [InlineData("a,,b\n1,2,3\n", "table.header-missing 2")]
    [InlineData("a,b, A \n1,2,3\n", "table.header-duplicate a")]
    public async Task A_file_without_a_table_is_refused(string text, string problem) => Assert.Equal(problem, await ProblemAsync(text));

    [Fact]
    public async Task A_locked_workbook_is_told_from_a_file_of_no_format() => Assert.Equal(
        "table.workbook-locked", await ProblemAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0]));

    [Fact]
    public async Task A_header_is_bounded_in_columns_and_characters()
    {
        Assert.Equal("table.too-many-columns 100", await ProblemAsync(string.Join(',', Enumerable.Range(0, 101)) + "\n1"));
        Assert.Equal(100, (await RowsAsync($"{string.Join(',', Enumerable.Range(0, 100))}\n{string.Join(',', Enumerable.Range(0, 100))}"))[0].Cells.Count);
        Assert.Equal("table.header-invalid 16384", await ProblemAsync($"{new string('x', 16_384)},y\n1"));
        Assert.Single(await RowsAsync($"{new string('x', 16_383)},y\n1"));
    }

    [Fact]
    public async Task A_file_is_refused_by_its_length_before_it_is_read()
    {
        using var file = new ZeroStream(TableLimits.FileBytes + 1);

        var thrown = await Assert.ThrowsAsync<TableFileException>(() => TableFile.OpenAsync(file, TestContext.Current.CancellationToken));

        Assert.Equal(("table.too-large", 0L), (thrown.Problem.Code, file.Position));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_end_at_the_limit_also_empty_ones(bool areEmpty)
    {
        IEnumerable<TableRow?> Endless()
        {
            var row = areEmpty ? null : new TableRow(1, new Dictionary<string, string>());
            while (true)
                yield return row;
        }

        var count = 0;
        var thrown = await Assert.ThrowsAsync<TableFileException>(async () =>
        {
            await foreach (var _ in GuardedRows.ReadAsync(Endless(), TestContext.Current.CancellationToken))
                count++;
        });

        Assert.Equal(("table.too-many-rows", areEmpty ? 0 : TableLimits.Rows), (thrown.Problem.Code, count));
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var file = new MemoryStream("a\n1\n2\n3\n"u8.ToArray());
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in TableFile.ReadAsync(file, cancellation.Token))
            {
                read++;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(1, read);
    }

    /// <summary>As long as it is told, and empty.</summary>
    private sealed class ZeroStream(long length) : MemoryStream
    {
        public override long Length => length;
    }
}
