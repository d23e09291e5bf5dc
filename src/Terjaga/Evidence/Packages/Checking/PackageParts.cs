using System.IO.Hashing;
using System.Security.Cryptography;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>The files of a package that is being checked.</summary>
internal sealed class PackageParts
{
    /// <summary>Longest file that is read into memory: lists, signatures and keys, never captures.</summary>
    private const long MaxInMemoryBytes = 64 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    private readonly byte[] _buffer = new byte[BufferBytes];

    private readonly Stream _file;

    private readonly Dictionary<string, ZipPart> _parts;

    private readonly Dictionary<string, string> _sha256 = [];

    public PackageParts(Stream file, IReadOnlyList<ZipPart> parts) =>
        (_file, _parts, Names) = (file, parts.ToDictionary(part => part.Name, StringComparer.Ordinal), [.. parts.Select(part => part.Name)]);

    public IReadOnlyList<string> Names { get; }

    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>Of a part that was counted, lower-case hexadecimal.</summary>
    public string Sha256Of(string name) => _sha256[name];

    public PartStream Open(string name) => new(_file, _parts[name]);

    /// <summary>Null where there is no such file, or one that is too long.</summary>
    public byte[]? Read(string name)
    {
        if (!_parts.TryGetValue(name, out var part) || part.SizeBytes > MaxInMemoryBytes)
            return null;
        var bytes = new byte[part.SizeBytes];
        using var stream = Open(name);
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads a part once, keeps its SHA-256, and says whether the sum in the ZIP fits.</summary>
    public bool Count(string name, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new Crc32();
        using var stream = Open(name);
        while (stream.Read(_buffer) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sha256.AppendData(_buffer, 0, count);
            crc.Append(_buffer.AsSpan(0, count));
        }

        _sha256[name] = Convert.ToHexStringLower(sha256.GetCurrentHash());
        return crc.GetCurrentHashAsUInt32() == _parts[name].Crc;
    }
}
