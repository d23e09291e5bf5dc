using Terjaga.Common.Files;

namespace Terjaga.Evidence.Archive;

/// <summary>Hands a file on in chunks, and from one place byte by byte.</summary>
internal sealed class FeedStream(Stream file, long slowFrom) : ForwardStream
{
    /// <summary>Small, because the last one is handed on byte by byte.</summary>
    private const int ChunkBytes = 512;

    /// <summary>Where the chunk began that was handed on last.</summary>
    public long LastChunkAt { get; private set; } = file.Position;

    /// <summary>More was asked for than the file has.</summary>
    public bool IsStarved { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        LastChunkAt = file.Position;
        var most = LastChunkAt >= slowFrom ? 1 : (int)Math.Min(ChunkBytes, slowFrom - LastChunkAt);
        var count = file.Read(buffer[..Math.Min(buffer.Length, most)]);
        IsStarved |= count == 0;
        return count;
    }
}
