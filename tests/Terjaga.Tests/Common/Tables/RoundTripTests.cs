using System.Text;
using Terjaga.Common.Tables;
using static Terjaga.Tests.Common.Tables.TableReading;

namespace Terjaga.Tests.Common.Tables;

public sealed class RoundTripTests
{
    private const int Rounds = 200;

    private static readonly string[] _odd =
        ["\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "é", "😀", "\u200B", "#", "=1", "'", " ", "x", "ab", "٣", "日本", "\\", "<", "&", "{", "["];

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task A_CSV_of_odd_cells_is_read_as_it_was_written(char delimiter)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var rows = Draw(new Random(seed));
            var text = string.Concat(rows.Select(row => string.Join(delimiter, row.Select(Quote)) + "\r\n").Prepend(string.Join(delimiter, Names) + "\r\n"));

            Assert.Equal(Expected(rows), (await RowsAsync(text)).Select(Cells));
        }
    }

    [Fact]
    public async Task A_JSON_of_odd_cells_is_read_as_it_was_written()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var rows = Draw(new Random(seed));
            var text = System.Text.Json.JsonSerializer.Serialize(rows.Select(row => Names.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)));

            Assert.Equal(Expected(rows), (await RowsAsync(text)).Select(Cells));
        }
    }

    [Fact]
    public async Task A_workbook_of_odd_cells_is_read_as_it_was_written()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var rows = Draw(new Random(seed));
            var xml = rows.Prepend(Names).Select(row => Workbook.Row([.. row.Select(cell =>
                System.Security.SecurityElement.Escape(cell)!.Replace("\r", "_x000D_", StringComparison.Ordinal))]));

            Assert.Equal(Expected(rows), (await RowsAsync(Workbook.Of(string.Concat(xml)).Zip())).Select(Cells));
        }
    }

    [Fact]
    public async Task A_file_cut_or_bent_anywhere_ends_in_rows_or_a_problem()
    {
        var rows = Draw(new Random(7));
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { owner = "x", rows = rows.Select(row => Names.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)) });
        var csv = Encoding.UTF8.GetBytes(string.Join(',', Names) + "\n" + string.Concat(rows.Select(row => string.Join(',', row.Select(Quote)) + "\n")));
        var workbook = Workbook.Of(string.Concat(rows.Prepend(Names).Select(row => Workbook.Row([.. row.Select(cell => System.Security.SecurityElement.Escape(cell)!)])))).Zip();
        var random = new Random(1);

        foreach (var file in (byte[][])[json, csv, workbook])
        {
            Assert.Equal(rows.Count(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell))), await SurviveAsync(file));
            for (var round = 0; round < 10 * Rounds; round++)
            {
                await SurviveAsync(file[..random.Next(file.Length)]);
                var bent = (byte[])file.Clone();
                for (var i = 0; i < 3; i++)
                    bent[random.Next(bent.Length)] = (byte)random.Next(256);
                await SurviveAsync(bent);
            }
        }
    }

    private static string[] Names { get; } = ["a", "b c", "d"];

    private static List<string[]> Draw(Random random) => [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Names.Select(_ =>
        string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => _odd[random.Next(_odd.Length)]))).ToArray()).Append(["end", "", "x"])];

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<string> Expected(List<string[]> rows) => rows
        .Select(row => string.Join('\u0001', Names.Zip(row).Where(cell => !string.IsNullOrWhiteSpace(cell.Second)).Select(cell => $"{cell.First}={cell.Second}")))
        .Where(row => row.Length > 0);

    private static string Cells(TableRow row) =>
        string.Join('\u0001', row.Cells.Select(cell => $"{cell.Key}={cell.Value}")) + row.Problem?.Code;
}
