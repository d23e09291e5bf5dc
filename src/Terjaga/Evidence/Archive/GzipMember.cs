using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Terjaga.Common.Files;

namespace Terjaga.Evidence.Archive;

/// <summary>One member of a gzip file (RFC 1952), read to its exact last byte. Throws <see cref="InvalidDataException"/> where it is broken.</summary>
/// <remarks>
/// The library reads ahead and does not say how much it used. So a member is unpacked twice: once in chunks to find the chunk
/// with its end, and once with that chunk byte by byte, after which the file stands exactly behind it.
/// </remarks>
internal sealed class GzipMember : ForwardStream
{
    private const int FixedHeaderBytes = 10, TrailerBytes = 8, MaxNameBytes = 64 * 1024, BufferBytes = 16 * 1024;

    private readonly Stream _file;

    private readonly DeflateStream _unpacked;

    private readonly Crc32 _crc = new();

    private uint _count;

    private bool _isEnded;

    private GzipMember(Stream file, long lastChunkAt)
    {
        _file = file;
        _unpacked = new DeflateStream(new FeedStream(file, lastChunkAt), CompressionMode.Decompress);
    }

    /// <summary>Begins where the file stands.</summary>
    /// <param name="maxBytes">After unpacking; a longer one is broken.</param>
    public static GzipMember Open(Stream file, long maxBytes)
    {
        SkipHeader(file);
        var begin = file.Position;
        var feed = new FeedStream(file, long.MaxValue);
        using (var scout = new DeflateStream(feed, CompressionMode.Decompress))
        {
            var buffer = new byte[BufferBytes];
            while (scout.Read(buffer) is > 0 and var count)
            {
                maxBytes -= count;
                if (maxBytes < 0)
                    throw new InvalidDataException("The member is too long.");
            }
        }

        if (feed.IsStarved)
            throw new InvalidDataException("The file ends within a member.");
        file.Position = begin;
        return new GzipMember(file, feed.LastChunkAt);
    }

    /// <summary>0 at the end, after the trailer was compared.</summary>
    public override int Read(Span<byte> buffer)
    {
        if (_isEnded || buffer.IsEmpty)
            return 0;
        var count = _unpacked.Read(buffer);
        _crc.Append(buffer[..count]);
        _count += (uint)count;
        if (count == 0)
            ReadTrailer();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void ReadTrailer()
    {
        _isEnded = true;
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        if (_file.ReadAtLeast(trailer, TrailerBytes, throwOnEndOfStream: false) < TrailerBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer) != _crc.GetCurrentHashAsUInt32()
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != _count)
        {
            throw new InvalidDataException("The trailer of a member does not fit.");
        }
    }

    /// <remarks>RFC 1952 section 2.3: bits of the flags are text 1, header sum 2, extra 4, name 8, comment 16.</remarks>
    private static void SkipHeader(Stream file)
    {
        Span<byte> head = stackalloc byte[FixedHeaderBytes];
        if (file.ReadAtLeast(head, FixedHeaderBytes, throwOnEndOfStream: false) < FixedHeaderBytes || head is not [0x1F, 0x8B, 8, < 32, ..])
            throw new InvalidDataException("No member begins here.");
        var flags = head[3];
        if ((flags & 4) != 0)
            Skip(file, Next(file) | (Next(file) << 8));
        if ((flags & 8) != 0)
            SkipName(file);
        if ((flags & 16) != 0)
            SkipName(file);
        if ((flags & 2) != 0)
            Skip(file, 2);
    }

    private static void SkipName(Stream file)
    {
        for (var length = 0; Next(file) != 0; length++)
        {
            if (length > MaxNameBytes)
                throw new InvalidDataException("A name in the header of a member is too long.");
        }
    }

    private static void Skip(Stream file, int count)
    {
        for (; count > 0; count--)
            Next(file);
    }

    private static int Next(Stream file) =>
        file.ReadByte() is >= 0 and var value ? value : throw new InvalidDataException("The file ends within a header.");
}
