using System.Runtime.CompilerServices;
using Terjaga.Common.Tables.Csv;
using Terjaga.Common.Tables.Json;
using Terjaga.Common.Tables.Xlsx;

namespace Terjaga.Common.Tables;

/// <summary>Reads files of rows and columns that strangers wrote: CSV, XLSX or JSON, row by row.</summary>
internal static class TableFile
{
    /// <summary>Tells the format by the first bytes (<c>PK</c>: zip; <c>[</c> or <c>{</c> after mark and white space: JSON; else CSV); never by the name alone.</summary>
    public static TableFormat FormatOf(ReadOnlySpan<byte> beginning) =>
        FirstBytes.IsZip(beginning) ? TableFormat.Xlsx
        : FirstBytes.Text(beginning) is [(byte)'[' or (byte)'{', ..] ? TableFormat.Json
        : TableFormat.Csv;

    /// <summary>Rows in file order. Throws <see cref="TableFileException"/> where the file as a whole cannot be read.</summary>
    /// <param name="file">Can be sought; stays open.</param>
    public static async IAsyncEnumerable<TableRow> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var table = await OpenAsync(file, cancellationToken);
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>As <see cref="ReadAsync"/>, with what the file says of itself; checks what can be checked before the first row.</summary>
    /// <param name="file">Can be sought; stays open.</param>
    public static async Task<OpenTable> OpenAsync(Stream file, CancellationToken cancellationToken)
    {
        if (file.Length > TableLimits.FileBytes)
            throw new TableFileException(new Problem("table.too-large"));

        file.Position = 0;
        var beginning = new byte[FirstBytes.Count];
        var read = await file.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        return await Task.Run(() => Open(file, beginning.AsSpan(0, read)), cancellationToken);
    }

    private static OpenTable Open(Stream file, ReadOnlySpan<byte> beginning)
    {
        file.Position = 0;
        if (FirstBytes.Text(beginning).IsEmpty)
            throw new TableFileException(new Problem("table.empty"));
        if (FirstBytes.IsCompoundFile(beginning))
            throw new TableFileException(new Problem("table.workbook-locked"));
        try
        {
            return FormatOf(beginning) switch
            {
                TableFormat.Xlsx => XlsxTable.Open(file),
                TableFormat.Json => JsonTable.Open(file),
                _ when FirstBytes.IsTableText(beginning) => CsvTable.Open(file),
                _ => throw new TableFileException(new Problem("table.format-unknown")),
            };
        }
        catch (Exception broken) when (BrokenFile.Is(broken))
        {
            throw BrokenFile.After(0);
        }
    }
}
