namespace Terjaga.Common.Tables;

/// <summary>Opens a table file of a stranger: CSV, an Excel workbook or JSON, told apart by its first bytes and never by its name.</summary>
internal static class TableFile
{
    /// <summary>Bytes that tell the kind and the encoding.</summary>
    private const int SampleBytes = 64 * 1024;

    /// <summary>
    /// Throws <see cref="TableFileException"/> with <c>table.empty</c>, <c>table.too-large</c>, <c>table.format-unknown</c>
    /// or what the kind tells.
    /// </summary>
    /// <param name="file">Seekable, at its beginning.</param>
    public static async Task<OpenTable> OpenAsync(Stream file, CancellationToken cancellationToken)
    {
        if (file.Length > TableLimits.MaxFileBytes)
            throw new TableFileException(new Problem("table.too-large", TableLimits.MaxFileBytes / (1024 * 1024)));
        var sample = new byte[(int)Math.Min(SampleBytes, file.Length)];
        await file.ReadExactlyAsync(sample, cancellationToken);
        file.Position = 0;
        var text = sample.AsSpan().StartsWith("\uFEFF"u8) ? sample.AsSpan(3) : sample;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            throw new TableFileException(new Problem("table.empty"));
        if (text.StartsWith("PK\x03\x04"u8))
            return new WorkbookTable(file);
        if (text[0] is (byte)'[' or (byte)'{')
            return await JsonTable.OpenAsync(file, text[0] == '[', cancellationToken);
        var isUtf16 = sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        return !isUtf16 && text.ContainsAnyInRange((byte)0, (byte)8)
            ? throw new TableFileException(new Problem("table.format-unknown"))
            : CsvTable.Open(file, sample);
    }
}
