using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Terjaga.Evidence.Archive;

/// <summary>Counts the digests of a block and of the payload in it while it streams by.</summary>
internal sealed class BlockDigests : IDisposable
{
    private const string BlockField = "WARC-Block-Digest", PayloadField = "WARC-Payload-Digest", OldName = "sha1";

    private readonly IncrementalHash _block = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly IncrementalHash _payload = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Null where the record does not ask for such ones.</summary>
    private readonly IncrementalHash? _oldBlock, _oldPayload;

    private readonly WarcHead _record;

    /// <summary>Bytes of the head of HTTP that are not payload; null for a block that is payload as a whole.</summary>
    private readonly MemoryStream? _head;

    private readonly int _maxHeadBytes;

    private bool _isInHead;

    /// <param name="maxHeadBytes">Of the head of HTTP in the block; where it is longer the block is not whole.</param>
    public BlockDigests(WarcHead record, int maxHeadBytes)
    {
        (_record, _maxHeadBytes) = (record, maxHeadBytes);
        _isInHead = record["Content-Type"]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) ?? false;
        _head = _isInHead ? new MemoryStream() : null;
        if (IsOld(record[BlockField]) || IsOld(record[PayloadField]))
            (_oldBlock, _oldPayload) = (Old(), Old());
    }

    /// <summary>The block is HTTP and its head has an end.</summary>
    public bool IsWhole => !_isInHead;

    public byte[] BlockSha256 { get; private set; } = [];

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _block.AppendData(bytes);
        _oldBlock?.AppendData(bytes);
        if (_isInHead)
            bytes = AfterHead(bytes);
        _payload.AppendData(bytes);
        _oldPayload?.AppendData(bytes);
    }

    /// <summary>Compares with what a record says; null where it fits or the record says nothing.</summary>
    /// <remarks>A revisit names the payload that it does not repeat (section 6.7.2), so only its block is compared.</remarks>
    public string? Compare()
    {
        BlockSha256 = _block.GetCurrentHash();
        if (!Fits(_record[BlockField], BlockSha256, _oldBlock?.GetCurrentHash()))
            return "warc.block-digest";
        return _record.Type is "revisit" || Fits(_record[PayloadField], _payload.GetCurrentHash(), _oldPayload?.GetCurrentHash())
            ? null : "warc.payload-digest";
    }

    public void Dispose()
    {
        _block.Dispose();
        _payload.Dispose();
        _oldBlock?.Dispose();
        _oldPayload?.Dispose();
        _head?.Dispose();
    }

    private ReadOnlySpan<byte> AfterHead(ReadOnlySpan<byte> bytes)
    {
        if (_head is null || _head.Length > _maxHeadBytes)
            return [];
        var before = (int)_head.Length;
        _head.Write(bytes);
        var from = Math.Max(0, before - 3);
        var at = _head.GetBuffer().AsSpan(from, (int)_head.Length - from).IndexOf("\r\n\r\n"u8);
        if (at < 0)
            return [];
        _isInHead = false;
        return bytes[(from + at + 4 - before)..];
    }

    private static bool IsOld(string? said) => said?.StartsWith(OldName, StringComparison.Ordinal) ?? false;

    private static bool Fits(string? said, byte[] sha256, byte[]? sha1) => said?.Split(':') switch
    {
        null => true,
        ["sha256", var text] => IsSame(text, sha256),
        [OldName, var text] when sha1 is not null => IsSame(text, sha1),
        _ => false,
    };

    /// <summary>Digests are written in base32 or, by some, in hexadecimal.</summary>
    private static bool IsSame(string text, byte[] hash)
    {
        if (text.Length == hash.Length * 2)
            return text.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
        var (held, bits, at) = (0, 0, 0);
        foreach (var letter in text.TrimEnd('='))
        {
            var value = letter switch { >= 'A' and <= 'Z' => letter - 'A', >= '2' and <= '7' => letter - '2' + 26, _ => -1 };
            if (value < 0)
                return false;
            (held, bits) = (((held << 5) | value) & 0xFFFF, bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            if (at == hash.Length || hash[at++] != (byte)(held >> bits))
                return false;
        }

        return at == hash.Length && (held & ((1 << bits) - 1)) == 0;
    }

    [SuppressMessage("Security", "CA5350", Justification = "Other archivers write SHA-1; it is compared and not relied on.")]
    private static IncrementalHash Old() => IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
}
