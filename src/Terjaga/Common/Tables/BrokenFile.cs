using System.Text.Json;
using System.Xml;
using Sylvan.Data.Csv;

namespace Terjaga.Common.Tables;

/// <summary>What the readers of the formats throw where a file breaks their format.</summary>
internal static class BrokenFile
{
    /// <remarks>Not the disk's own errors, which are no fault of the file; a cut zip ends as <see cref="EndOfStreamException"/>.</remarks>
    public static bool Is(Exception thrown) => thrown
        is JsonException or XmlException or InvalidDataException or EndOfStreamException or CsvFormatException or CsvRecordTooLargeException;

    /// <param name="row">The last row that was read; 0 before the first.</param>
    public static TableFileException After(int row) => new(new Problem("table.malformed", row));
}
