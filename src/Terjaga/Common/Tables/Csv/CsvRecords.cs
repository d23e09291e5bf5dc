using Sylvan.Data.Csv;

namespace Terjaga.Common.Tables.Csv;

/// <summary>The records of a text of separated values, each with the line it begins on.</summary>
internal static class CsvRecords
{
    /// <summary>A character that no text has: our comments stand above the header only, and a later # is a cell.</summary>
    private const char NoComment = '\uFFFF';

    /// <param name="line">Of the first character of the text.</param>
    public static IEnumerable<RawRow> Read(TextReader text, char delimiter, int line)
    {
        var cells = new List<string?>();
        using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            CsvStyle = CsvStyle.Lax,
            Delimiter = delimiter,
            Comment = NoComment,
            MaxBufferSize = TableLimits.PieceSize,
            OwnsReader = false,
        });
        while (reader.Read())
        {
            cells.Clear();
            for (var i = 0; i < reader.RowFieldCount; i++)
                cells.Add(reader.GetString(i));
            var lines = LineEnds(reader.GetRawRecordSpan());
            if (IsOpen(reader.GetRawRecordSpan(), cells[^1], delimiter))
                throw new InvalidDataException("The last quote is not closed.");
            yield return new RawRow(line, cells);
            line += lines;
        }
    }

    private static int LineEnds(ReadOnlySpan<char> record)
    {
        var count = record.Count('\n');
        for (var i = record.IndexOf('\r'); i >= 0; i = Next(record, i))
            count += i + 1 < record.Length && record[i + 1] == '\n' ? 0 : 1;
        return count;
    }

    private static int Next(ReadOnlySpan<char> record, int after) =>
        record[(after + 1)..].IndexOf('\r') is >= 0 and var further ? after + 1 + further : -1;

    /// <summary>Whether the last cell begins with a quote that nothing ends: the file was cut, or a quote too many swallows the rest.</summary>
    /// <remarks>The reader gives what follows such a quote as the cell; a quote that nothing follows is the cell itself.</remarks>
    private static bool IsOpen(ReadOnlySpan<char> record, string? last, char delimiter)
    {
        var inside = last is "\"" && record.EndsWith(last) ? "" : last ?? "";
        var quote = record.Length - inside.Length - inside.AsSpan().Count('"') - 1;
        return quote >= 0 && record[quote] == '"' && (quote == 0 || record[quote - 1] == delimiter)
            && record[(quote + 1)..].ToString().Replace("\"\"", "\"", StringComparison.Ordinal) == inside;
    }
}
