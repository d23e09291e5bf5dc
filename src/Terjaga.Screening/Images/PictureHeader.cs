using System.Buffers.Binary;

namespace Terjaga.Screening.Images;

/// <summary>What the first bytes of a picture say: its kind and its size, read without decoding anything.</summary>
/// <param name="MediaType">For instance <c>image/png</c>.</param>
/// <param name="Width">In pixels, as declared.</param>
/// <param name="Height">In pixels, as declared.</param>
public sealed record PictureHeader(string MediaType, int Width, int Height)
{
    private static readonly byte[] _png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null if the bytes are no PNG, JPEG, GIF or WebP, or end before they tell a size.</summary>
    public static PictureHeader? TryRead(ReadOnlySpan<byte> bytes) =>
        ReadPng(bytes) ?? ReadGif(bytes) ?? ReadWebP(bytes) ?? ReadJpeg(bytes);

    /// <remarks>W3C PNG (third edition) sections 5.2 and 11.2.1: signature, then IHDR.</remarks>
    private static PictureHeader? ReadPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(_png) && bytes[12..].StartsWith("IHDR"u8)
            ? Of("image/png", BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))
            : null;

    /// <remarks>GIF89a section 18: logical screen descriptor.</remarks>
    private static PictureHeader? ReadGif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            ? Of("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
            : null;

    /// <remarks>RFC 9649 section 2: VP8X, VP8L (14 bits each) and VP8 (14 bits each after the start code).</remarks>
    private static PictureHeader? ReadWebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
            return null;
        if (bytes[12..].StartsWith("VP8X"u8))
            return Of("image/webp", 1 + Read24(bytes[24..]), 1 + Read24(bytes[27..]));
        if (bytes[12..].StartsWith("VP8L"u8) && bytes[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return Of("image/webp", 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        return bytes[12..].StartsWith("VP8 "u8)
            ? Of("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFFu)
            : null;
    }

    /// <remarks>ITU-T T.81 annex B: segments up to a start of frame (C0 to CF without C4, C8 and CC).</remarks>
    private static PictureHeader? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
            return null;

        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
                return null;
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Of("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static uint Read24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static PictureHeader? Of(string mediaType, uint width, uint height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new PictureHeader(mediaType, (int)width, (int)height)
            : null;
}
