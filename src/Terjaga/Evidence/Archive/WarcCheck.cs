using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>
/// Reads a WARC file of anybody by the rules of ISO 28500:2017 and says what is wrong with it. Whatever the bytes are, it
/// answers with findings, in bounded memory; after a record whose end cannot be trusted it stops.
/// </summary>
internal sealed class WarcCheck
{
    private const int BufferBytes = 64 * 1024;

    private readonly Stream _file;

    private readonly WarcLimits _limits;

    private readonly List<WarcFinding> _findings = [];

    private readonly List<WarcSeen> _records = [];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);

    private readonly byte[] _buffer = new byte[BufferBytes];

    private long _left;

    private WarcCheck(Stream file, WarcLimits limits) => (_file, _limits, _left) = (file, limits, limits.TotalBytes);

    /// <param name="file">Can be sought in; read from its beginning.</param>
    /// <param name="isSelfContained">Every record that another one names must be in the file.</param>
    public static WarcReport Run(Stream file, WarcLimits limits, bool isSelfContained)
    {
        var check = new WarcCheck(file, limits);
        file.Position = 0;
        check.ReadAll();
        if (isSelfContained)
            check._findings.AddRange(check._named.Where(named => !check._ids.Contains(named.Key)).Select(named => new WarcFinding("warc.refers-to-unknown", named.Value)));
        return new WarcReport(check._findings, check._records);
    }

    private int Number => _records.Count + 1;

    private void ReadAll()
    {
        if (_file.Length == 0)
            Find("warc.empty");
        var isPacked = _file.ReadByte() == 0x1F;
        _file.Position = 0;
        while (_file.Position < _file.Length)
        {
            if (_records.Count == _limits.Records || _left <= 0)
            {
                Find("warc.too-long");
                return;
            }

            if (!(isPacked ? TryReadMember() : TryReadRecord(_file)))
                return;
        }
    }

    private bool TryReadMember()
    {
        try
        {
            // Buffered, because the head of a record is read letter by letter.
            using var member = new BufferedStream(GzipMember.Open(_file, Math.Min(_left, _limits.BlockBytes + _limits.HeaderBytes)));
            return TryReadRecord(member) && (member.Read(_buffer) == 0 || Find("warc.member-has-more"));
        }
        catch (InvalidDataException)
        {
            return Find("warc.gzip-broken");
        }
    }

    private bool TryReadRecord(Stream stream)
    {
        if (WarcHead.Read(ReadHead(stream), out var code) is not { } head)
            return Find(code ?? "warc.field-broken");
        if (head.ContentLength > Math.Min(_limits.BlockBytes, _left))
            return Find("warc.too-long");
        using var digests = new BlockDigests(head, _limits.HttpHeadBytes);
        if (!TryReadBlock(stream, head.ContentLength, digests))
            return Find("warc.truncated");
        if (stream.ReadAtLeast(_buffer.AsSpan(0, 4), 4, throwOnEndOfStream: false) < 4 || !_buffer.AsSpan(0, 4).SequenceEqual("\r\n\r\n"u8))
            return Find("warc.separator-missing");
        if (digests.Compare() is { } wrong)
            Find(wrong);
        else if (!digests.IsWhole)
            Find("warc.http-broken");
        Remember(head, digests);
        return true;
    }

    /// <summary>Up to the empty line and with it, or as much as there is within the limit.</summary>
    private byte[] ReadHead(Stream stream)
    {
        var head = new List<byte>();
        while (head.Count < _limits.HeaderBytes && stream.ReadByte() is >= 0 and var value)
        {
            head.Add((byte)value);
            if (value == '\n' && head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
                return [.. head];
        }

        return [.. Encoding.ASCII.GetBytes("cut\r\n\r\n")];
    }

    private bool TryReadBlock(Stream stream, long length, BlockDigests digests)
    {
        _left -= length;
        while (length > 0)
        {
            var count = stream.Read(_buffer.AsSpan(0, (int)Math.Min(length, BufferBytes)));
            if (count == 0)
                return false;
            digests.Append(_buffer.AsSpan(0, count));
            length -= count;
        }

        return true;
    }

    private void Remember(WarcHead head, BlockDigests digests)
    {
        if (!_ids.Add(head["WARC-Record-ID"] ?? ""))
            Find("warc.id-twice");
        foreach (var named in head.ConcurrentTo.Append(head["WARC-Refers-To"]).Append(head["WARC-Warcinfo-ID"]).OfType<string>())
            _named.TryAdd(named, Number);
        _records.Add(new WarcSeen(head.Type, head["WARC-Target-URI"], head["Content-Type"], Convert.ToHexStringLower(digests.BlockSha256)));
    }

    /// <returns>False, for the caller to hand on.</returns>
    private bool Find(string code)
    {
        _findings.Add(new WarcFinding(code, Number));
        return false;
    }
}
