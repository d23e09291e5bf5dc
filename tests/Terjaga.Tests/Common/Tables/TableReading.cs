using System.Text;
using Terjaga.Common.Tables;

namespace Terjaga.Tests.Common.Tables;

/// <summary>Reads a table that a test wrote.</summary>
internal static class TableReading
{
    public static Task<List<TableRow>> RowsAsync(string text) => RowsAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<List<TableRow>> RowsAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await TableFile.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyDictionary<string, string>> PropertiesAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var table = await TableFile.OpenAsync(stream, TestContext.Current.CancellationToken);
        return table.Properties;
    }

    /// <summary>The code of the problem, and its first value.</summary>
    public static Task<string> ProblemAsync(string text) => ProblemAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<string> ProblemAsync(byte[] file) =>
        Short((await Assert.ThrowsAsync<TableFileException>(() => RowsAsync(file))).Problem);

    /// <summary>Reads to the end of the rows or to the problem; anything else thrown is a fault of ours.</summary>
    public static async Task<int> SurviveAsync(byte[] file)
    {
        try
        {
            return (await RowsAsync(file)).Count;
        }
        catch (TableFileException)
        {
            return -1;
        }
    }

    public static string Short(Problem? problem) => problem is null ? "" : string.Join(' ', [problem.Code, .. problem.Values.Take(1)]);

    /// <summary>A row as <c>number a=1 b=2 problem</c>.</summary>
    public static string Short(TableRow row) =>
        $"{row.Number} {string.Join(' ', row.Cells.Select(cell => $"{cell.Key}={cell.Value}"))} {Short(row.Problem)}".TrimEnd();
}
