using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Terjaga.Evidence.Packages;

/// <summary>
/// Writes a ZIP file (APPNOTE 6.3.10) in its plainest form: every part stored, no time, no extra field, no comment. So each of
/// its bytes follows from names and contents, and a changed one can be found.
/// </summary>
internal sealed class StoredZip(Stream output)
{
    private const uint LocalMark = 0x04034B50, DirectoryMark = 0x02014B50, EndMark = 0x06054B50;

    /// <summary>The least that a reader must know: version 1.0 (section 4.4.3).</summary>
    private const ushort Version = 10;

    /// <summary>1 January 1980, the first day that the format knows (section 4.4.6).</summary>
    private const ushort Day = 0x0021;

    private const int LocalBytes = 30, DirectoryBytes = 46, EndBytes = 22;

    private readonly ArrayBufferWriter<byte> _directory = new();

    private ushort _count;

    /// <summary>Bytes written so far; what the file will have comes to it at the end.</summary>
    public long Length { get; private set; }

    /// <summary>What one more part adds to the file.</summary>
    public static long SizeOf(string name, long sizeBytes) => LocalBytes + DirectoryBytes + (2 * name.Length) + sizeBytes;

    /// <summary>What the file would have if it ended now.</summary>
    public long LengthAtEnd => Length + _directory.WrittenCount + EndBytes;

    public async Task AddAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var nameBytes = Encoding.ASCII.GetBytes(name);
        var head = new byte[LocalBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, LocalMark);
        WriteCommon(head.AsSpan(4), bytes.Span, nameBytes.Length);
        WriteDirectory(head.AsSpan(4), nameBytes);
        await output.WriteAsync(head, cancellationToken);
        await output.WriteAsync(nameBytes, cancellationToken);
        await output.WriteAsync(bytes, cancellationToken);
        Length += head.Length + nameBytes.Length + bytes.Length;
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var end = new byte[EndBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndMark);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), _count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), _count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)_directory.WrittenCount);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)Length);
        await output.WriteAsync(_directory.WrittenMemory, cancellationToken);
        await output.WriteAsync(end, cancellationToken);
        Length += _directory.WrittenCount + EndBytes;
    }

    /// <summary>The fields that stand alike before the part and in the directory.</summary>
    private static void WriteCommon(Span<byte> fields, ReadOnlySpan<byte> bytes, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], Day);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], Crc32.HashToUInt32(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], (uint)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], (uint)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], (ushort)nameLength);
    }

    private void WriteDirectory(ReadOnlySpan<byte> common, byte[] name)
    {
        Span<byte> entry = stackalloc byte[DirectoryBytes];
        entry.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(entry, DirectoryMark);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], Version);
        common.CopyTo(entry[6..]);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[42..], (uint)Length);
        _directory.Write(entry);
        _directory.Write(name);
        _count++;
    }
}
