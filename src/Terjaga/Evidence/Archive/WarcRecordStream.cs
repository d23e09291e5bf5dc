using System.Globalization;
using System.IO.Compression;

namespace Terjaga.Evidence.Archive;

/// <summary>Writes records one after another, each in a gzip member that names no time.</summary>
internal sealed class WarcRecordStream(Stream output)
{
    /// <param name="payloadFrom">Where in the block the payload begins; null where such a record has none (section 5.9).</param>
    public void Write(WarcFields fields, string contentType, ReadOnlySpan<byte> block, int? payloadFrom = null)
    {
        if (payloadFrom is { } from)
            fields.Add("WARC-Payload-Digest", WarcDigest.Of(block[from..]));
        fields.Add("WARC-Block-Digest", WarcDigest.Of(block))
            .Add("Content-Type", contentType)
            .Add("Content-Length", block.Length.ToString(CultureInfo.InvariantCulture));
        using var member = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(fields.ToBytes());
        member.Write(block);
        member.Write("\r\n\r\n"u8);
    }
}
