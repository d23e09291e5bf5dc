using System.Buffers.Binary;
using System.Text;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>
/// Reads where the files of a ZIP lie, and takes it only if every byte outside of them is the one that a package has there:
/// parts stored one after another without a gap, the directory, the end, and nothing else.
/// </summary>
internal sealed class ZipLayout
{
    /// <summary>More than this is no package of ours.</summary>
    public const int MaxParts = 10_000;

    private const int LocalBytes = 30, DirectoryBytes = 46, EndBytes = 22;

    private const int MaxNameBytes = 100;

    private readonly Stream _file;

    private readonly List<ZipPart> _parts = [];

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private ZipLayout(Stream file) => _file = file;

    /// <summary>Gives the parts in their order or, in <paramref name="wrong"/>, the first thing that no package has.</summary>
    public static IReadOnlyList<ZipPart>? Read(Stream file, out string? wrong)
    {
        var layout = new ZipLayout(file);
        wrong = layout.FindWrong();
        return wrong is null ? layout._parts : null;
    }

    private string? FindWrong()
    {
        if (_file.Length is < EndBytes or > uint.MaxValue)
            return "The file is too short or too long to be a package.";
        var end = ReadAt(_file.Length - EndBytes, EndBytes);
        var (count, size, at) = (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10)), U32(end, 12), U32(end, 16));
        if (!end.AsSpan().SequenceEqual(EndOf(count, size, at)))
            return "The end of the ZIP is not where or as it must be.";
        if (at + size + EndBytes != _file.Length)
            return "The directory of the ZIP does not fill the file up to its end.";
        return count > MaxParts ? "The ZIP has too many files." : ReadDirectory(count, at, at + size) ?? CompareLocal(at);
    }

    private string? ReadDirectory(int count, long at, long end)
    {
        var partAt = 0L;
        for (var number = 0; number < count; number++)
        {
            if (at + DirectoryBytes > end)
                return "The directory of the ZIP is cut.";
            var entry = ReadAt(at, DirectoryBytes);
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28));
            if (nameLength is 0 or > MaxNameBytes || at + DirectoryBytes + nameLength > end)
                return "A name in the ZIP is too long or missing.";
            var name = Encoding.Latin1.GetString(ReadAt(at + DirectoryBytes, nameLength));
            var part = new ZipPart(name, partAt + LocalBytes + nameLength, U32(entry, 24), U32(entry, 16));
            if (!IsPlain(name))
                return "A name in the ZIP has letters that no package uses, or leads out of its folder.";
            if (!_names.Add(name))
                return $"The ZIP has {name} twice.";
            if (!entry.AsSpan().SequenceEqual(DirectoryEntryOf(part, partAt)))
                return $"The entry of {name} in the directory of the ZIP is not as it must be.";
            _parts.Add(part);
            (at, partAt) = (at + DirectoryBytes + nameLength, part.At + part.SizeBytes);
        }

        return at == end ? null : "The directory of the ZIP has more than its entries.";
    }

    private string? CompareLocal(long directoryAt)
    {
        var at = 0L;
        foreach (var part in _parts)
        {
            var length = LocalBytes + part.Name.Length;
            if (at + length + part.SizeBytes > directoryAt || !ReadAt(at, length).AsSpan().SequenceEqual(LocalHeadOf(part)))
                return $"What stands before {part.Name} in the ZIP is not as it must be.";
            at += length + part.SizeBytes;
        }

        return at == directoryAt ? null : "The ZIP has bytes that belong to no file.";
    }

    private static bool IsPlain(string name) =>
        name[0] != '/' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '/')
        && !name.Contains("..", StringComparison.Ordinal) && !name.Contains("//", StringComparison.Ordinal) && name[^1] != '/';

    /// <remarks>APPNOTE 6.3.10 section 4.3.7, as hexadecimal with places for what may differ.</remarks>
    private static byte[] LocalHeadOf(ZipPart part) =>
        [.. Convert.FromHexString("504B0304"), .. CommonOf(part), .. Encoding.ASCII.GetBytes(part.Name)];

    /// <remarks>Section 4.3.12.</remarks>
    private static byte[] DirectoryEntryOf(ZipPart part, long at) =>
        [.. Convert.FromHexString("504B01020A00"), .. CommonOf(part), .. new byte[10], .. Bytes((uint)at)];

    /// <remarks>Version 1.0, no flag, stored, midnight of 1 January 1980, sum, both sizes, length of the name, no extra field.</remarks>
    private static byte[] CommonOf(ZipPart part) =>
    [
        .. Convert.FromHexString("0A000000000000002100"), .. Bytes(part.Crc), .. Bytes((uint)part.SizeBytes), .. Bytes((uint)part.SizeBytes),
        (byte)part.Name.Length, 0, 0, 0,
    ];

    /// <remarks>Section 4.3.16.</remarks>
    private static byte[] EndOf(ushort count, uint size, uint at) =>
    [
        .. Convert.FromHexString("504B050600000000"), (byte)count, (byte)(count >> 8), (byte)count, (byte)(count >> 8),
        .. Bytes(size), .. Bytes(at), 0, 0,
    ];

    private static byte[] Bytes(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private byte[] ReadAt(long at, int count)
    {
        var bytes = new byte[count];
        _file.Position = at;
        var got = _file.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return bytes[..got];
    }
}
