namespace Terjaga.Evidence.Archive;

/// <summary>Hands a file on in chunks, and from one place byte by byte.</summary>
internal sealed class FeedStream(Stream file, long slowFrom) : Stream
{
    /// <summary>Small, because the last one is handed on byte by byte.</summary>
    private const int ChunkBytes = 512;

    /// <summary>Where the chunk began that was handed on last.</summary>
    public long LastChunkAt { get; private set; } = file.Position;

    /// <summary>More was asked for than the file has.</summary>
    public bool IsStarved { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        LastChunkAt = file.Position;
        var most = LastChunkAt >= slowFrom ? 1 : (int)Math.Min(ChunkBytes, slowFrom - LastChunkAt);
        var count = file.Read(buffer[..Math.Min(buffer.Length, most)]);
        IsStarved |= count == 0;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
