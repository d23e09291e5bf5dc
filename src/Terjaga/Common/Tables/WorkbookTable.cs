using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Terjaga.Common.Tables;

/// <summary>The first sheet of an Excel workbook (.xlsx).</summary>
internal sealed class WorkbookTable(Stream file) : OpenTable
{
    public override async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckPartsAsync(cancellationToken);
        file.Position = 0;
        using var sheet = Guard(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
        TableHeader? header = null;
        for (var number = 1; Guard(sheet.Read); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count(number);
            if (sheet.FieldCount > TableLimits.MaxColumns)
                throw new TableFileException(new Problem("table.too-many-columns", TableLimits.MaxColumns));
            var cells = Enumerable.Range(0, sheet.FieldCount).Select(column => Cell(sheet.GetValue(column))).ToList();
            if (cells.TrueForAll(string.IsNullOrWhiteSpace))
                continue;
            if (header is null)
                header = TableHeader.Of(cells);
            else
                yield return Row(number, header, cells);
        }

        if (header is null)
            throw new TableFileException(new Problem("table.empty"));
    }

    private static string? Cell(object? value) => value switch
    {
        null => null,
        DateTime at when at.TimeOfDay == TimeSpan.Zero => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && number == Math.Floor(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Inflates every part once and counts, before anything that trusts the file reads it.</summary>
    private async Task CheckPartsAsync(CancellationToken cancellationToken)
    {
        var most = Math.Min(TableLimits.MaxInflatedBytes, file.Length * TableLimits.MaxInflation);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        try
        {
            using var parts = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (parts.Entries.Count > TableLimits.MaxParts)
                throw new TableFileException(new Problem("table.too-large", TableLimits.MaxFileBytes / (1024 * 1024)));
            foreach (var part in parts.Entries)
            {
                if (part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                    throw new TableFileException(new Problem("table.macros"));
                await using var content = await part.OpenAsync(cancellationToken);
                for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    if ((total += read) > most)
                        throw new TableFileException(new Problem("table.too-large", TableLimits.MaxFileBytes / (1024 * 1024)));
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw new TableFileException(new Problem("table.malformed", 1), exception);
        }
    }

    /// <remarks>The library throws what its parts throw: there is no one type for a workbook that is broken.</remarks>
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ExcelReaderException or XmlException or InvalidDataException or FormatException
            or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or OverflowException
            or KeyNotFoundException or IOException)
        {
            throw new TableFileException(new Problem("table.malformed", 1), exception);
        }
    }
}
