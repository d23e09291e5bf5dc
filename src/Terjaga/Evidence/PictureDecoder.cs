using System.Globalization;
using System.Text;
using Terjaga.Screening.Images;

namespace Terjaga.Evidence;

/// <summary>Decodes a picture of a stranger in a process of its own, the executable's <c>decode-picture</c>: the decoder is native code.</summary>
internal static class PictureDecoder
{
    /// <summary>Most bytes of a picture in grey: its longest side is 2,400 pixels.</summary>
    private const int MaxGrey = (2_400 * 2_400) + 64;

    /// <summary>Most bytes of a blurred preview (6 KiB): it goes into the page.</summary>
    public const int MaxPreview = 6 * 1024;

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Terjaga.App");

    /// <param name="Grey">Upright, its longest side at most 2,400 pixels, as PGM.</param>
    /// <param name="Preview">Small and blurred, as JPEG: neither words nor faces can be made out; null if it would be too large for a page.</param>
    /// <param name="Look">See <see cref="PictureLooks"/>; null where there is too little to see.</param>
    public sealed record Decoded(byte[] Grey, byte[]? Preview, byte[]? Look);

    /// <summary>Null for what is no picture or has more pixels than are opened.</summary>
    public static async Task<Decoded?> RunAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (PictureHeader.TryRead(picture) is not { } header || (long)header.Width * header.Height > PictureReader.MaxPixels)
            return null;
        var answer = await ChildProcess.RunAsync(
            _program, ["decode-picture"], picture, MaxGrey + (2 * MaxPreview), isManaged: true, cancellationToken);
        if (answer.Output is not { } output || ReadSize(output) is not { } size)
            return null;
        var length = size.Begin + (size.Width * size.Height);
        return new Decoded(
            output[..length], output.Length - length is > 0 and <= MaxPreview ? output[length..] : null,
            PictureLooks.Of(output.AsSpan(size.Begin..length), size.Width, size.Height));
    }

    private sealed record Size(int Begin, int Width, int Height);

    /// <summary>Reads the header of a PGM (Netpbm, "P5 width height 255"); null where its pixels are not all there.</summary>
    private static Size? ReadSize(byte[] output)
    {
        var end = output.AsSpan(0, Math.Min(output.Length, 64)).IndexOf((byte)'\n');
        return end > 0 && Encoding.ASCII.GetString(output, 0, end).Split(' ') is ["P5", var width, var height, "255"]
            && int.TryParse(width, CultureInfo.InvariantCulture, out var w) && int.TryParse(height, CultureInfo.InvariantCulture, out var h)
            && w > 0 && h > 0 && end + 1 + ((long)w * h) <= output.Length
            ? new Size(end + 1, w, h)
            : null;
    }
}
