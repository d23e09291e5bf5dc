using System.Text;
using Terjaga.Common.Tables;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

/// <summary>Weighs the memory of the whole process, so that no other test may run beside it.</summary>
[CollectionDefinition(nameof(TableMemoryTests), DisableParallelization = true)]
[Collection(nameof(TableMemoryTests))]
public sealed class TableMemoryTests
{
    [Fact]
    public async Task A_long_file_is_read_in_flat_memory()
    {
        const int count = 300_000;
        using var file = new MemoryStream();
        await file.WriteAsync("a,b,c\n"u8.ToArray(), TestContext.Current.CancellationToken);
        for (var i = 0; i < count; i++)
            file.Write(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i},\"name, of {i}\",some words that are the same\n")));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (read, most) = (0, 0L);
        await foreach (var row in TableFile.ReadAsync(file, TestContext.Current.CancellationToken))
        {
            if (++read % (count / 4) == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            Assert.Equal(read + 1, row.Number);
        }

        Assert.Equal(count, read);
        Assert.InRange(most, -TableLimits.PieceSize, 4 * TableLimits.PieceSize);
    }

    [Fact]
    public async Task A_tag_or_a_text_too_long_is_never_held_in_memory()
    {
        static Workbook Sheet(string row) => Workbook.Of(Workbook.Row("a") + Workbook.Row("1") + row + $"<row r=\"{Workbook.Noise(600_000)}\"/>");
        var text = Sheet(Workbook.Row(new string('x', 40_000_000))).Zip();
        var tag = Sheet($"<row r=\"{new string('x', 40_000_000)}\"/>").Zip();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal("table.malformed 2", await ProblemAsync(text));
        Assert.Equal("table.malformed 2", await ProblemAsync(tag));

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 20L * TableLimits.PieceSize);
    }
}
