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
    private const int MaxPreview = 6 * 1024;

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Terjaga.App");

    /// <param name="Grey">Upright, its longest side at most 2,400 pixels, as PGM.</param>
    /// <param name="Preview">Small and blurred, as JPEG: neither words nor faces can be made out; null if it would be too large for a page.</param>
    public sealed record Decoded(byte[] Grey, byte[]? Preview);

    /// <summary>Null for what is no picture or has more pixels than are opened.</summary>
    public static async Task<Decoded?> RunAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (PictureHeader.TryRead(picture) is not { } header || (long)header.Width * header.Height > PictureReader.MaxPixels)
            return null;
        var answer = await ChildProcess.RunAsync(
            _program, ["decode-picture"], picture, MaxGrey + (2 * MaxPreview), isManaged: true, cancellationToken);
        if (answer.Output is not { } output || LengthOfGrey(output) is not { } length)
            return null;
        return new Decoded(output[..length], output.Length - length is > 0 and <= MaxPreview ? output[length..] : null);
    }

    /// <summary>Header and pixels of a PGM (Netpbm, "P5 width height 255"); null where they are not all there.</summary>
    private static int? LengthOfGrey(byte[] output)
    {
        var end = output.AsSpan(0, Math.Min(output.Length, 64)).IndexOf((byte)'\n');
        return end > 0 && Encoding.ASCII.GetString(output, 0, end).Split(' ') is ["P5", var width, var height, "255"]
            && int.TryParse(width, CultureInfo.InvariantCulture, out var w) && int.TryParse(height, CultureInfo.InvariantCulture, out var h)
            && end + 1 + ((long)w * h) is var length && length <= output.Length
            ? (int)length
            : null;
    }
}
