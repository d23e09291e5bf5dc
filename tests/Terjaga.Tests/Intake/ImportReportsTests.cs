using System.Text;
using Microsoft.EntityFrameworkCore;
using Terjaga.Intake;

namespace Terjaga.Tests.Intake;

public sealed class ImportReportsTests(ScratchPostgres postgres)
{
    private const string File = """
        Teks,Tautan,Kanal
        Lowongan admin di Kamboja tanpa visa kerja,,facebook
        ,https://situs.example/lowongan,
        ,,
        Ada lagi,https://localhost/x,
        """;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Good_rows_become_reports_once_and_each_bad_row_is_named(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var imported = Expect.Value(await ImportAsync(desk, File, isStrict: false));
            Assert.Equal((2, 1), (imported.Rows, imported.FaultCount));
            Assert.Equal([(5, "link.not-public")], imported.Faults.Select(fault => (fault.Row, fault.Code)));
        }

        Assert.Equal(
            ["https://situs.example/lowongan", "Lowongan admin di Kamboja tanpa visa kerja"],
            (await desk.ReadAsync(db => db.Set<Report>().ToListAsync(TestContext.Current.CancellationToken)))
                .Select(report => report.Address?.Value ?? report.Text).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(File, "reports.strict")]
    [InlineData("a,b\n1,2\n", "reports.columns-unknown")]
    [InlineData("", "table.empty")]
    public async Task A_file_that_is_refused_leaves_no_report(string file, string code)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Problem(code, await ImportAsync(desk, file, isStrict: code == "reports.strict"));
        Assert.Equal(0, await desk.ReadAsync(db => db.Set<Report>().CountAsync(TestContext.Current.CancellationToken)));
    }

    private static Task<Result<ImportReports.Imported>> ImportAsync(TestDesk desk, string file, bool isStrict) =>
        desk.RunAsync<ImportReports, Result<ImportReports.Imported>>(async import =>
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(file));
            return await import.RunAsync(bytes, isStrict, TestContext.Current.CancellationToken);
        });
}
