namespace Terjaga.Common.Tables.Csv;

/// <summary>A table of separated values: the encoding, the comments above the header, the delimiter, then its rows.</summary>
internal static class CsvTable
{
    /// <summary>Characters in which comments end and the delimiter shows.</summary>
    private const int HeadCharacters = 64 * 1024;

    public static OpenTable Open(Stream file)
    {
        var encoding = CsvEncoding.Of(file);
        var head = new char[HeadCharacters];
        var read = CsvEncoding.Read(file, encoding).ReadBlock(head);
        var comments = CsvComments.Read(head.AsSpan(0, read));
        var delimiter = CsvDelimiter.Guess(head.AsSpan(comments.Length..read));

        var text = CsvEncoding.Read(file, encoding);
        text.ReadBlock(head.AsSpan(0, comments.Length));
        return new OpenTable(TableFormat.Csv, comments.Properties, HeadedRows.Read(CsvRecords.Read(text, delimiter, comments.Lines + 1)));
    }
}
