using System.Globalization;
using System.Security.Cryptography;
using Terjaga.Common.Tables;

namespace Terjaga.Intake;

/// <summary>Takes the reports that another desk kept in a table, row by row, each as if it had come through the form.</summary>
public sealed class ImportReports(SubmitReport submit)
{
    /// <summary>Faults that are told; all are counted.</summary>
    public const int MaxFaults = 1_000;

    private static readonly Dictionary<string, string> _columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = "text",
        ["teks"] = "text",
        ["isi"] = "text",
        ["laporan"] = "text",
        ["link"] = "link",
        ["url"] = "link",
        ["tautan"] = "link",
        ["channel"] = "channel",
        ["kanal"] = "channel",
    };

    public sealed record Fault(int Row, string Code);

    /// <param name="Faults">The first <see cref="MaxFaults"/>.</param>
    public sealed record Imported(int Rows, int FaultCount, IReadOnlyList<Fault> Faults);

    /// <summary>
    /// The same file again stores nothing more: a row is known by the file's hash and its number. With
    /// <paramref name="isStrict"/> one bad row refuses all. Fails with <c>reports.strict</c>, <c>reports.columns-unknown</c>
    /// or a code of <c>table.…</c>.
    /// </summary>
    /// <param name="file">Seekable; CSV, XLSX or JSON with a column text or link, and maybe channel.</param>
    public async Task<Result<Imported>> RunAsync(Stream file, bool isStrict, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        try
        {
            if (isStrict && await PassAsync(file, (input, _) => Task.FromResult(Check(input)), cancellationToken) is { FaultCount: > 0 and var count })
                return new Problem("reports.strict", count);
            var imported = await PassAsync(
                file,
                async (input, row) => (await submit.RunAsync(
                    input with { IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"import:{sha256}:{row}") }, cancellationToken))
                    .TryGet(out _, out var problem) ? null : problem,
                cancellationToken);
            return imported.Rows == 0 && imported.Faults.All(fault => fault.Code == "report.empty")
                ? new Problem("reports.columns-unknown")
                : imported;
        }
        catch (TableFileException exception)
        {
            return exception.Problem;
        }
    }

    private static Problem? Check(SubmitReport.Input input) => ReportReading.Read(input).TryGet(out _, out var problem) ? null : problem;

    private static async Task<Imported> PassAsync(
        Stream file, Func<SubmitReport.Input, int, Task<Problem?>> take, CancellationToken cancellationToken)
    {
        var (rows, count, faults) = (0, 0, new List<Fault>());
        await foreach (var row in TableFile.ReadAsync(file, cancellationToken))
        {
            var problem = row.Problem ?? await take(Read(row.Cells), row.Number);
            if (problem is null)
                rows++;
            else if (count++ < MaxFaults)
                faults.Add(new Fault(row.Number, problem.Code));
        }

        return new Imported(rows, count, faults);
    }

    private static SubmitReport.Input Read(IReadOnlyDictionary<string, string> written)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (header, cell) in written)
        {
            if (_columns.TryGetValue(header.Trim(), out var column))
                cells.TryAdd(column, cell);
        }

        return new(cells.GetValueOrDefault("link"), cells.GetValueOrDefault("text"), cells.GetValueOrDefault("channel"), null, [], null);
    }
}
