using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Sylvan.Data.Csv;

namespace Terjaga.Common.Tables;

/// <summary>A CSV; lines <c># name: value</c> above its header say where it comes from.</summary>
internal sealed class CsvTable : OpenTable
{
    private const string Delimiters = ",;\t|";

    private readonly StreamReader _reader;

    private readonly char _delimiter;

    private readonly int _linesAbove;

    private CsvTable(StreamReader reader, char delimiter, int linesAbove, IReadOnlyDictionary<string, string> properties)
    {
        (_reader, _delimiter, _linesAbove) = (reader, delimiter, linesAbove);
        Properties = properties;
    }

    /// <param name="sample">The first bytes of the file: UTF-8 unless they are none, and then Latin-1; a byte order mark tells UTF-16.</param>
    public static CsvTable Open(Stream file, byte[] sample)
    {
        // A character may be cut at the end of the sample.
        var isUtf8 = Utf8.IsValid(sample) || Enumerable.Range(1, 3).Any(cut => sample.Length > cut && Utf8.IsValid(sample.AsSpan(..^cut)));
        var reader = new StreamReader(file, isUtf8 ? Encoding.UTF8 : Encoding.Latin1, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = 0;
        while (reader.Peek() is '#' && reader.ReadLine() is { } line)
        {
            lines++;
            if (line.TrimStart('#').Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var value] && properties.Count < TableLimits.MaxProperties)
                properties.TryAdd(name, value);
        }

        var text = reader.CurrentEncoding.GetString(sample);
        var header = text.Split('\n').Skip(lines).FirstOrDefault() ?? "";
        var delimiter = Delimiters.MaxBy(candidate => header.Count(c => c == candidate));
        return new CsvTable(reader, delimiter, lines, properties);
    }

    public override ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return base.DisposeAsync();
    }

    public override async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = await BeginAsync();
        TableHeader? header = null;
        for (var number = _linesAbove + 1; await NextAsync(csv, number, cancellationToken); number++)
        {
            Count(number);
            var cells = new string?[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = csv.GetString(i);
            if (header is null)
                header = TableHeader.Of(cells);
            else if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                yield return Row(number, header, cells);
        }

        if (header is null)
            throw new TableFileException(new Problem("table.empty"));
    }

    private async Task<CsvDataReader> BeginAsync()
    {
        try
        {
            return await CsvDataReader.CreateAsync(_reader, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = _delimiter,
                BufferSize = 64 * 1024,
                MaxBufferSize = TableLimits.MaxRecordLength,
                OwnsReader = false,
            });
        }
        catch (Exception exception) when (exception is FormatException or CsvRecordTooLargeException)
        {
            throw new TableFileException(new Problem("table.malformed", _linesAbove + 1), exception);
        }
    }

    private static async Task<bool> NextAsync(CsvDataReader csv, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is FormatException or CsvRecordTooLargeException)
        {
            throw new TableFileException(new Problem("table.malformed", number), exception);
        }
    }
}
