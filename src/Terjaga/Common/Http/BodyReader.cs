using System.IO.Compression;
using Terjaga.Common.Files;

namespace Terjaga.Common.Http;

/// <summary>Reads a body and unpacks it, and stops at the first limit that it meets.</summary>
internal static class BodyReader
{
    /// <summary>Codings that are asked for and understood.</summary>
    public const string Codings = "gzip, br";

    private const int BufferBytes = 16 * 1024;

    /// <param name="Into">Where the unpacked bytes go; after a failure what it holds is of no use.</param>
    /// <param name="MaxBytes">Most bytes, both as they come and unpacked.</param>
    public readonly record struct Sink(Stream Into, long MaxBytes);

    /// <summary>Null when all was read; otherwise <c>fetch.too-large</c>, <c>fetch.bomb</c>, <c>fetch.coding</c> or <c>fetch.invalid-answer</c>.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, Sink sink, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > sink.MaxBytes)
            return "fetch.too-large";
        if (content.Headers.ContentLength is null && content.Headers.NonValidated.Contains("Content-Length"))
            return "fetch.invalid-answer";
        await using var wire = new Counted(await content.ReadAsStreamAsync(cancellationToken));
        await using var plain = Unpack(wire, content.Headers.ContentEncoding);
        if (plain is null)
            return "fetch.coding";

        var buffer = new byte[BufferBytes];
        long total = 0;
        while (await plain.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            total += read;
            if (total > FetchLimits.RatioFrom && total > wire.Count * FetchLimits.MaxRatio)
                return "fetch.bomb";
            if (total > sink.MaxBytes || wire.Count > sink.MaxBytes)
                return "fetch.too-large";
            await sink.Into.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return null;
    }

    /// <summary>Null for what is packed more than once or in a way that was not asked for.</summary>
    private static Stream? Unpack(Stream wire, ICollection<string> codings) => codings.Count > 1 ? null
        : codings.FirstOrDefault()?.Trim().ToLowerInvariant() switch
        {
            null or "" or "identity" => wire,
            "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
            "br" => new BrotliStream(wire, CompressionMode.Decompress),
            _ => null,
        };

    /// <summary>Counts what came over the wire.</summary>
    private sealed class Counted(Stream inner) : ForwardStream
    {
        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();
    }
}
