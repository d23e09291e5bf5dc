using System.Buffers.Binary;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>Looks at the end of a zip before the framework reads its list of parts, which it holds in memory whatever its length.</summary>
/// <remarks>Places in the record "end of central directory": PKWARE APPNOTE 6.3.10, section 4.3.16.</remarks>
internal static class ZipDirectory
{
    private const int RecordBytes = 22, CountAt = 10, OffsetAt = 16, MaxCommentBytes = ushort.MaxValue;

    /// <summary>Throws <see cref="InvalidDataException"/> for more parts, or a longer list of them, than a workbook has.</summary>
    public static void Check(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, RecordBytes + MaxCommentBytes)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var record = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (record < 0 || record > tail.Length - RecordBytes)
            throw new InvalidDataException("The zip has no end.");

        // A zip of the larger kind says 0xFFFFFFFF here: no file within our limit needs it.
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(record + OffsetAt));
        if (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(record + CountAt)) > TableLimits.Entries
            || file.Length - tail.Length + record - offset is < 0 or > TableLimits.DirectoryBytes)
        {
            throw new InvalidDataException("The list of parts is too long.");
        }

        file.Position = 0;
    }
}
